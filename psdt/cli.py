"""``psdt``: the commands of the person who installs and keeps the application."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from psdt.domain.people import Role
from psdt.errors import CodeEpciError, FichierIntrouvableError, ObjectifsIllisiblesError, PsdtError
from psdt.services import access, health
from psdt.settings import allowed_hosts, app_dir, data_dir
from psdt.store import backup as copies
from psdt.store.database import database
from psdt.words import commandes as mots
from psdt.words import fichiers as mots_fichiers
from psdt.words import themes as mots_themes
from psdt.words.lexique import LEXIQUE

UsageError: type[Exception] = typer.BadParameter.__mro__[1]  # Typer does not export it

app = typer.Typer(
    no_args_is_help=True,
    help=mots.AIDE,
    add_completion=False,
    pretty_exceptions_enable=False,
)
MotDePasse = Annotated[
    str,
    typer.Option(
        prompt=mots.MOT_DE_PASSE,
        confirmation_prompt=mots.CONFIRMATION,
        hide_input=True,
        envvar="PSDT_MOT_DE_PASSE",
        show_envvar=True,
        help=mots.MOT_DE_PASSE,
    ),
]


@app.command(help=mots.SERVE)
def serve(
    port: Annotated[int, typer.Option(help=mots.PORT)] = 8501,
    adresse: Annotated[str, typer.Option(help=mots.ADRESSE)] = "127.0.0.1",
) -> None:
    """Run Streamlit: the one launcher that finds our settings from any folder."""
    _serve(port, adresse)


@app.command(help=mots.DEMO)
def demo(
    port: Annotated[int, typer.Option(help=mots.PORT)] = 8501,
    preparer: Annotated[bool, typer.Option("--preparer", help=mots.PREPARER)] = False,
) -> None:
    """Play the demonstration on a base of its own, then serve it on this machine only."""
    os.environ["PSDT_DEMO"] = "1"
    os.environ.pop("PSDT_DATABASE_URL", None)
    folder = data_dir() / "demonstration"
    if folder.exists():
        typer.echo(mots.DEMO_DEJA_LA)
    else:
        typer.echo(mots.DEMO_EN_COURS)
        _play(folder)
        typer.echo(mots.DEMO_PRETE)
    os.environ["PSDT_DATA_DIR"] = str(folder)
    if not preparer:
        _serve(port, "127.0.0.1")


@app.command(help=mots.INIT)
def init(
    organisme: Annotated[str, typer.Option(prompt=mots.ORGANISME, help=mots.ORGANISME)],
    nom: Annotated[str, typer.Option(prompt=mots.DEMARCHE, help=mots.DEMARCHE)],
    identifiant: Annotated[str, typer.Option(prompt=mots.IDENTIFIANT, help=mots.IDENTIFIANT)],
    mot_de_passe: MotDePasse,
) -> None:
    """Prepare an empty base: the démarche, and its first agent."""
    access.check_password(mot_de_passe)
    db = health.prepare()
    access.install(db, nom, organisme, now=datetime.now(UTC))
    access.add_account(db, identifiant, mot_de_passe, nom=identifiant)
    typer.echo(mots.INIT_FAIT)


@app.command(help=mots.AGENT)
def agent(
    identifiant: Annotated[str, typer.Argument(help=mots.IDENTIFIANT)],
    mot_de_passe: MotDePasse,
    animateur: Annotated[bool, typer.Option("--animateur", help=mots.ANIMATEUR)] = False,
    reinitialiser: Annotated[bool, typer.Option("--reinitialiser", help=mots.REINIT)] = False,
) -> None:
    """Add an agent or an animateur, or give one another password."""
    db = health.prepare()
    if reinitialiser:
        access.change_password(db, identifiant, mot_de_passe)
        typer.echo(mots.MOT_DE_PASSE_CHANGE)
    else:
        role = Role.ANIMATEUR if animateur else Role.AGENT
        access.add_account(db, identifiant, mot_de_passe, nom=identifiant, role=role)
        typer.echo(mots.COMPTE_AJOUTE)


@app.command(help=mots.BACKUP)
def backup(fichier: Annotated[Path, typer.Argument(help=mots.COPIE)]) -> None:
    """Copy the database while it is in use, and say so when its journal was tampered with."""
    copies.copy(database(), fichier)
    typer.echo(mots.copie(str(fichier), fichier.stat().st_size // 1024, str(data_dir() / "cle")))
    if not copies.journals_whole(database()):
        typer.echo(mots.JOURNAL_ALTERE, err=True)


@app.command(help=mots.RESTORE)
def restore(fichier: Annotated[Path, typer.Argument(help=mots.A_RESTAURER)]) -> None:
    """Put a copy back; the present data are kept beside."""
    former = copies.restore(health.prepare(), fichier, now=datetime.now(UTC))
    typer.echo(mots.restauree(str(fichier), str(former)))


@app.command(help=mots.SUGGEST)
def suggest_themes(
    fichier: Annotated[Path, typer.Argument(help=mots.OBJECTIFS)],
    k: Annotated[int | None, typer.Option("-k", min=1, max=30, help=mots.K)] = None,
    en_json: Annotated[bool, typer.Option("--json", help=mots.EN_JSON)] = False,
) -> None:
    """Group the objectifs of a file into themes; nothing is kept."""
    from psdt.analytics import themes
    from psdt.services.encoder import meaning
    from psdt.sources import Refus, objectifs

    read = objectifs.lire(fichier.name, _octets(fichier), souple=True)
    if isinstance(read, Refus):
        raise ObjectifsIllisiblesError(read.anomalies[0].phrase)
    texts, ranks = zip(*((o.texte, o.rang) for o in read.objectifs), strict=True)
    found = themes.suggest(texts, LEXIQUE, meaning(), k=k)
    groups = [
        {
            "titre": theme.titre,
            "mots": list(theme.mots),
            "membres": sorted(ranks[i] for i in theme.membres),
        }
        for theme in found.themes
    ]
    aside = [ranks[i] for i in found.a_classer]
    if en_json:
        typer.echo(json.dumps({"themes": groups, "a_classer": aside}, ensure_ascii=False))
    else:
        typer.echo(mots_themes.rapport(groups, [texts[t.central] for t in found.themes], aside))


@app.command(help=mots.IMPORT_ABS)
def import_abs(
    fichier: Annotated[Path, typer.Argument(help=mots.FICHIER_NATIONAL)],
    epci: Annotated[str, typer.Option(help=mots.EPCI)] = "",
    communes: Annotated[Path | None, typer.Option(help=mots.COMMUNES)] = None,
    verifier: Annotated[bool, typer.Option("--verifier", help=mots.VERIFIER)] = False,
) -> None:
    """Take what concerns one territoire from a file of any size."""
    from psdt.services import import_abs as service
    from psdt.sources import composition, controle

    if (epci or communes) and not composition.SIREN.fullmatch(epci):
        raise CodeEpciError
    db = health.prepare()
    agent = access.first_agent(db)
    liste = composition.lire(communes.name, _octets(communes), epci) if communes else None
    wanted = service.perimetre(db, agent, epci=epci, liste=liste)
    with _avancement() as suivi:
        repris = service.import_file(db, agent, fichier, wanted, suivi=suivi, garder=not verifier)
    for nom, table in repris.lus:
        typer.echo("\n".join(controle.bilan(nom, table)))
    done = mots.IMPORTE if repris.imports else mots.DEJA_IMPORTE
    typer.echo(mots.RIEN_GARDE if verifier else done)


@app.command(help=mots.CHECK_ABS)
def check_abs(
    fichier: Annotated[Path, typer.Argument(help=mots.INDICATEURS)],
    en_json: Annotated[bool, typer.Option("--json", help=mots.EN_JSON)] = False,
) -> None:
    """Say what a file of indicators gives, or what to mend in it: exit status 0 or 2."""
    _controler("abs", fichier, en_json=en_json)


@app.command(help=mots.CHECK_OBJECTIFS)
def check_objectifs(
    fichier: Annotated[Path, typer.Argument(help=mots.OBJECTIFS)],
    en_json: Annotated[bool, typer.Option("--json", help=mots.EN_JSON)] = False,
) -> None:
    """Say what a file of objectifs gives, or what to mend in it: exit status 0 or 2."""
    _controler("objectifs", fichier, en_json=en_json)


def main() -> None:
    """Run a command; what goes wrong is one French sentence on stderr, and exit status 1 or 2."""
    if isinstance(sys.stdout, TextIOWrapper) and not sys.stdout.isatty():
        # Not every alphabet has our spaces, nor what a name of file may hold.
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    try:
        raise SystemExit(app(standalone_mode=False) or 0)
    except PsdtError as error:
        sentence, status = str(error), 1
    except OSError as error:
        sentence, status = mots.disque(str(error.filename), error.strerror or ""), 1
    except UsageError as error:
        context = getattr(error, "ctx", None)
        sentence, status = mots.mal_ecrite(context.command_path if context else "psdt"), 2
    except typer.Abort:
        sentence, status = mots.ABANDON, 1
    typer.echo(sentence, err=True)
    raise SystemExit(status)


def _play(folder: Path) -> None:
    """Play in a draft folder, named once the play is whole: stopped halfway, it starts again."""
    from psdt.demo import play

    draft = folder.with_name("demonstration.en-cours")
    shutil.rmtree(draft, ignore_errors=True)
    os.environ["PSDT_DATA_DIR"] = str(draft)
    play()
    database().engine.dispose()
    draft.rename(folder)


def _octets(fichier: Path) -> bytes:
    """Return the bytes of a file; of one that is too large, enough to tell.

    A folder, or a pipe that nobody may ever write to, is no file.
    """
    from psdt.sources.grille import MAX_OCTETS

    try:
        if not fichier.is_file():
            raise FichierIntrouvableError(str(fichier))
        with fichier.open("rb") as source:
            return source.read(MAX_OCTETS + 1)
    except OSError:
        raise FichierIntrouvableError(str(fichier)) from None


def _controler(sorte: str, fichier: Path, *, en_json: bool) -> None:
    """Print what a file gives; exit with status 2 when it must be mended."""
    from psdt.sources import controle

    try:
        verdict = controle.controler(sorte, fichier.name, _octets(fichier))
    except FichierIntrouvableError as error:
        if not en_json:
            raise
        verdict = controle.introuvable(str(error))
    text = json.dumps(verdict, ensure_ascii=False) if en_json else mots_fichiers.verdict(verdict)
    typer.echo(text)
    raise typer.Exit(2 if verdict["expect"] == "error" else 0)


@contextmanager
def _avancement() -> Iterator[Callable[[int, int], None]]:
    """Show how far a large file is read, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _lus, _total: None
        return
    with typer.progressbar(length=100, label=mots.LECTURE, file=sys.stderr) as bar:

        def suivi(lus: int, total: int) -> None:
            bar.update(max(0, 100 * lus // max(total, 1) - bar.pos))

        yield suivi


def _serve(port: int, address: str) -> None:
    entry = app_dir() / "streamlit_app.py"
    typer.echo(mots.adresse(address, port))
    streamlit = [
        *(sys.executable, "-m", "streamlit", "run", str(entry)),
        *(f"--server.port={port}", f"--server.address={address}"),
        *(f"--server.allowedHosts={host}" for host in allowed_hosts(address)),
    ]
    try:
        status = subprocess.call(streamlit, cwd=app_dir())  # noqa: S603 (no shell, our own words)
    except KeyboardInterrupt:
        status = 0
    raise typer.Exit(status)
