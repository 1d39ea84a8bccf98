"""The screen « Importer »: a file is read and compared, shown, then written whole."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from psdt.analytics.changes import changes
from psdt.domain.imports import Provenance, Reponses
from psdt.domain.indicators import MAX_INDICATEURS, Indicateur, Niveau
from psdt.domain.people import Action, Actor
from psdt.exports import anomalies as listes
from psdt.exports.modele_indicateurs import modele
from psdt.services import import_abs
from psdt.services.apercu import QUESTIONS, ACorriger, Apercu, Lu
from psdt.settings import app_dir
from psdt.sources import SOURCES, Perimetre, Refus, Tableau, lire
from psdt.sources.anomalies import Anomalie, Genre
from psdt.sources.archive import MAGIE
from psdt.sources.siens import siens
from psdt.store import demarches, imports, unites
from psdt.store import indicateurs as store
from psdt.store.database import Database
from psdt.words import fichiers
from psdt.words import imports as mots

GARDEES = ["code", "niveau", "code_territoire", "annee", "valeur", "statut", "source"]
"""Columns of a table that are kept in memory between the preview and the import."""
MAX_COMMUNES, MAX_REFERENCES = 200, 20
"""No intercommunalité has as many communes, no démarche compares itself with as many larger
territoires: a file that brings more is of a whole region, or of France."""


def read(db: Database, actor: Actor, nom: str, contenu: bytes, reponses: Reponses) -> Lu:
    """Say what a file would change; nothing is written, and nothing raises whatever its bytes.

    ``reponses`` is what a person told of a file that does not tell it.
    """
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.read() as session:
        known = tuple(store.territoires(session, actor.demarche_id))
        said = demarches.lieu(session, actor.demarche_id)
        speaks = demarches.intercommunalite(session, actor.demarche_id) or ""
        catalogue = {i.code: i for i in store.indicateurs(session, actor.demarche_id)}
    nom = "".join(filter(str.isprintable, nom)) or mots.SANS_NOM
    whole = speaks if said and said[0] is Niveau.EPCI else ""  # all of its communes are there
    wanted = Perimetre(territoires=known, epci=whole, niveau=reponses.niveau, annee=reponses.annee)
    lu = lire(nom, contenu, catalogue, wanted)
    provenance = Provenance(
        fichier=nom, nature=lu.nature, empreinte=hashlib.sha256(contenu).hexdigest()
    )
    if not known and _d_un_producteur(lu):
        anomalie = Anomalie(genre=Genre.TERRITOIRE_A_DIRE, lu=nom)
        lu = Refus(anomalies=(anomalie,), nature=lu.nature)
    if isinstance(lu, Refus):
        return _a_corriger(provenance, lu, contenu, lieu_connu=bool(known))
    return _preview(db, actor, provenance, replace(lu, valeurs=lu.valeurs[GARDEES]))


def renew(db: Database, actor: Actor, apercu: Apercu) -> Lu:
    """Return the preview as it is now: the same, unless the ABS has changed since."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.read() as session:
        if demarches.version_abs(session, actor.demarche_id) == apercu.version:
            return apercu
    return _preview(db, actor, apercu.provenance, apercu.entier)


def keep(db: Database, actor: Actor, apercu: Apercu) -> None:
    """Import what was previewed; ``ApercuPerimeError`` when the ABS has changed since."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    import_abs.confirm(db, actor, apercu.tableau, apercu.provenance, seen=apercu.version)


def corrections(
    db: Database, actor: Actor, found: ACorriger, extension: str, *, today: date
) -> bytes:
    """Return what must be mended in a file, as a file of a kind in ``exports.anomalies``."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.read() as session:
        organisme = demarches.get(session, actor.demarche_id).organisme
    return listes.FORMATS[extension](
        listes.Corrections(
            titre=found.titre, organisme=organisme, jour=today, lignes=found.lignes()
        )
    )


def template(db: Database, actor: Actor, *, today: date) -> bytes:
    """Return the template to fill, with the territoires of the démarche."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.read() as session:
        organisme = demarches.get(session, actor.demarche_id).organisme
        known = store.territoires(session, actor.demarche_id)
    return modele(organisme, known, jour=today)


def sample(_db: Database, actor: Actor) -> bytes:
    """Return the sample: the template, filled with real figures."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    return (app_dir() / "data" / import_abs.EXEMPLE).read_bytes()


def command(db: Database, actor: Actor) -> str:
    """Return the command for the files that the screen does not take."""
    actor.require(Action.IMPORTER_ABS, actor.demarche_id)
    with db.read() as session:
        known = store.territoires(session, actor.demarche_id)
    return mots.commande(lieu_connu=bool(known))


def _d_un_producteur(lu: Tableau | Refus) -> bool:
    """Say whether a file may be about any territoire: it is taken once ours is known.

    What only a person can tell is asked of the files of producers alone.
    """
    if isinstance(lu, Refus):
        return all(anomalie.genre in QUESTIONS for anomalie in lu.anomalies)
    return lu.nature != SOURCES["modele"].label


def _preview(db: Database, actor: Actor, provenance: Provenance, lu: Tableau) -> Lu:
    """Keep what is of the démarche and compare it, or say why nothing can be taken."""
    with db.read() as session:
        known = tuple(store.territoires(session, actor.demarche_id))
        choisi = demarches.lieu(session, actor.demarche_id) is not None
        wanted = Perimetre(territoires=known)
        kept, hors = siens(lu, wanted, choisi=choisi)
        total = store.nombre(session, actor.demarche_id, (i.code for i in kept.indicateurs))
    join = [t for t in kept.territoires if (t.niveau, t.code) not in wanted.connus]
    communes = sum(t.niveau is Niveau.COMMUNE for t in join)
    genre, detail = None if kept.territoires else Genre.AUCUN_TERRITOIRE, ""
    if communes > MAX_COMMUNES or len(join) - communes > MAX_REFERENCES:
        genre = Genre.TERRITOIRE_A_DIRE
    elif total > MAX_INDICATEURS:
        genre, detail = Genre.TROP_D_INDICATEURS, fichiers.indicateurs_max(total, MAX_INDICATEURS)
    if genre is not None:
        anomalie = Anomalie(genre=genre, lu=provenance.fichier, detail=detail)
        refus = Refus(anomalies=(anomalie,), nature=lu.nature)
        return _a_corriger(provenance, refus)
    return _compare(db, actor, provenance, kept, (lu, hors))


def _compare(
    db: Database,
    actor: Actor,
    provenance: Provenance,
    tableau: Tableau,
    whole: tuple[Tableau, Mapping[str, int]],
) -> Apercu:
    codes = [i.code for i in tableau.indicateurs]
    with db.read() as session:
        version = demarches.version_abs(session, actor.demarche_id)
        there = imports.present(session, actor.demarche_id, codes)
        places = {(t.niveau, t.code) for t in store.territoires(session, actor.demarche_id)}
        catalogue = {i.code: i for i in store.indicateurs(session, actor.demarche_id)}
        past = imports.history(session, actor.demarche_id)
        changed = unites.changees(session, actor.demarche_id, tableau.valeurs, tableau.indicateurs)
    both = ((catalogue.get(i.code), i) for i in tableau.indicateurs)
    anew = [(known, i) for known, i in both if known and not _dit_pareil(known, i)]
    same = (i for i in past if i.provenance.empreinte == provenance.empreinte)
    return Apercu(
        provenance=provenance,
        tableau=tableau,
        entier=whole[0],
        version=version,
        changements=changes(tableau.valeurs, there),
        hors=whole[1],
        nouveaux=tuple(t for t in tableau.territoires if (t.niveau, t.code) not in places),
        premier=not any(niveau is Niveau.COMMUNE for niveau, _ in places),
        gardees=tuple(known.libelle for known, _ in anew if known.modifie),
        decrits=tuple((known, i) for known, i in anew if not known.modifie),
        refus=tuple(unite.phrase for unite in changed),
        deja=next((i for i in same if i.annule_le is None), None),
    )


def _dit_pareil(one: Indicateur, other: Indicateur) -> bool:
    fields = ("libelle", "theme", "unite", "sens", "definition")
    return all(getattr(one, name) == getattr(other, name) for name in fields)


def _a_corriger(
    provenance: Provenance, refus: Refus, contenu: bytes = b"", *, lieu_connu: bool = True
) -> ACorriger:
    first = refus.anomalies[0]
    asked = {QUESTIONS.get(anomalie.genre) for anomalie in refus.anomalies}
    archive = contenu.startswith(MAGIE) and first.genre is Genre.FORMAT_INCONNU
    text = not contenu.startswith(MAGIE)  # of workbooks, the command takes no more
    large = archive or (text and first.genre is Genre.FICHIER_TROP_GROS)
    return ACorriger(
        provenance=provenance,
        anomalies=refus.anomalies,
        question=asked.pop() if len(asked) == 1 else None,
        commande=mots.commande(provenance.fichier, lieu_connu=lieu_connu) if large else "",
        archive=archive,
    )
