"""What the figures say of some enjeux, attached to them as the commission does on the screen."""

from psdt.demo.paroles import Recit
from psdt.services import rattachements, signaux


def attach(recit: Recit) -> None:
    """Attach to the final enjeux the sentences that ground them; those not said are left out."""
    db, commission = recit.scene.db, recit.troupe.commission
    enjeux = recit.enjeux("S5")
    said = {signal.id: signal for signal in signaux.signaux(db, commission)}
    for row in recit.scene.donnees.signaux:
        if signal := said.get(row["signal"]):
            enjeu = enjeux[row["enjeu"]]
            rattachements.attach(db, commission, signal.code, signal.phrase, enjeu)
