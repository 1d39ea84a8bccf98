"""The rapport d'ABS as a Word document."""

from collections.abc import Sequence

from psdt.exports import images
from psdt.exports.docx import Colonne, DocumentWord
from psdt.exports.docx_styles import ORANGE, VERT
from psdt.exports.rapport import (
    Chapitre,
    ChiffreCle,
    Illustration,
    Rapport,
    Reponses,
    Ressort,
    Table,
)
from psdt.exports.rapport_pages import Pages, Place, largeur, paragraphes
from psdt.words import documents
from psdt.words import rapport as mots
from psdt.words import rapport_annexes as dire_annexes

DEBUT = 2
"""Pages before the report: the first one and the contents."""


def rediger(rapport: Rapport, dessins: Sequence[bytes | None]) -> bytes:
    """Return the document; ``dessins`` are its figures as SVG, in order."""
    titre = f"{mots.DOCUMENT} {rapport.jour.year}"
    doc = DocumentWord(titre, rapport.organisme, rapport.jour, rapport.exemple)
    doc.couverture(
        [mots.DOCUMENT, f"{mots.SOUS_TITRE}, {rapport.jour.year}", rapport.territoire],
        [rapport.population, rapport.organisme, mots.du(rapport.jour), rapport.exemple],
    )
    doc.sommaire(mots.SOMMAIRE)
    for intertitre, text in rapport.preambule.items():
        doc.paragraphe(intertitre, "Heading 3")
        doc.paragraphe(text)
    pages = Pages(DEBUT)
    if rapport.mot:
        _propos(doc, rapport.mot, pages.chapitre(rapport.mot))
    doc.intertitre(mots.RETENIR, 1, saut=True, page=pages.ouvrir())
    _chiffres(doc, rapport.chiffres)
    if rapport.ressorts:
        doc.paragraphe(mots.RESSORT, "Heading 3")
        _ressorts(doc, rapport.ressorts)
    left = iter(images.matrices(dessins))
    pages = Pages(pages.page)
    for chapitre in rapport.chapitres:
        drawn = [next(left) for _ in chapitre.illustrations]
        _chapitre(doc, chapitre, drawn, pages.chapitre(chapitre))
    _annexes(doc, rapport, pages)
    return doc.fermer()


def _propos(doc: DocumentWord, chapitre: Chapitre, place: Place) -> None:
    doc.intertitre(chapitre.titre, 1, saut=place.saut, page=place.page)
    doc.paragraphes(chapitre.introduction)
    if chapitre.signature:
        doc.signature(chapitre.signature)


def _chapitre(
    doc: DocumentWord, chapitre: Chapitre, drawn: Sequence[bytes | None], place: Place
) -> None:
    _propos(doc, chapitre, place)
    _chiffres(doc, chapitre.chiffres)
    if chapitre.ressorts is not None:
        doc.intertitre(mots.RESSORT, 3)
        _ressorts(doc, chapitre.ressorts)
        doc.paragraphes([] if chapitre.ressorts else [mots.RIEN])
    if chapitre.reponses:
        doc.intertitre(mots.HABITANTS, 3)
        for answers in chapitre.reponses:
            _reponses(doc, answers)
    for section in chapitre.sections:
        doc.intertitre(section.titre, 3)
        doc.paragraphes(section.textes)
    if chapitre.manques:
        doc.intertitre(mots.MANQUE, 3)
        doc.paragraphes(chapitre.manques)
    if chapitre.renvoi:
        doc.note(chapitre.renvoi)
    for n in place.figures:
        _figure(doc, chapitre.illustrations[n], drawn[n])


def _chiffres(doc: DocumentWord, chiffres: Sequence[ChiffreCle]) -> None:
    doc.grille([(c.valeur, c.libelle, c.detail, ORANGE if c.fragile else VERT) for c in chiffres])


def _ressorts(doc: DocumentWord, ressorts: Sequence[Ressort]) -> None:
    for ressort in ressorts:
        colour = ORANGE if ressort.fragile else VERT
        doc.puce(ressort.phrase, fort=f"{ressort.ton}.", couleur=colour, suite=ressort.suite)


def _figure(doc: DocumentWord, figure: Illustration, picture: bytes | None) -> None:
    """Write a figure under its finding, or the table of its data when it is not drawn."""
    doc.legende(documents.FIGURE, figure.titre)
    if figure.sous_titre:
        doc.note(figure.sous_titre, suite=True)
    if picture:
        doc.image(picture, alt=figure.alt, titre=figure.titre, largeur=largeur(figure))
    else:
        doc.tableau(_colonnes(figure.donnees), figure.donnees.lignes)
    if figure.source:
        doc.note(figure.source)


def _table(doc: DocumentWord, table: Table) -> None:
    doc.legende(documents.TABLEAU, table.titre)
    doc.tableau(_colonnes(table), table.lignes, taille=9)
    if table.note:
        doc.note(table.note)


def _reponses(doc: DocumentWord, answers: Reponses) -> None:
    doc.paragraphe(answers.question, "Heading 3")
    if answers.parts:
        columns = [
            Colonne(entete=mots.REPONSE, largeur=10),
            Colonne(entete=mots.PERSONNES, largeur=3, nombre=True),
            Colonne(entete=mots.PART, largeur=3, nombre=True),
        ]
        doc.tableau(columns, [part[:3] for part in answers.parts], forte=False, suite=True)
    doc.note(f"{answers.base} {answers.source}")


def _annexes(doc: DocumentWord, rapport: Rapport, pages: Pages) -> None:
    doc.intertitre(dire_annexes.ANNEXES, 1, saut=True, page=pages.ouvrir())
    if rapport.tableaux:
        page = pages.annexes(rapport.tableaux, entiers=True)
        doc.intertitre(dire_annexes.TABLEAUX_TITRE[rapport.seule], 2, page=page)
        doc.note(dire_annexes.NOTE_TABLEAU, suite=True)
    for annexe in rapport.tableaux:
        doc.intertitre(annexe.titre, 3)
        for note in annexe.notes:
            doc.paragraphe(note, suite=bool(annexe.tables))
        for table in annexe.tables:
            _table(doc, table)
    page = pages.annexes(rapport.sources, entiers=False)
    doc.intertitre(dire_annexes.SOURCES, 2, page=page)
    doc.note(dire_annexes.NOTE_SOURCES, suite=True)
    for annexe in rapport.sources:
        doc.intertitre(annexe.titre, 3)
        for table in annexe.tables:
            doc.tableau(_colonnes(table), table.lignes, taille=9)
    _lire(doc, rapport, pages)


def _lire(doc: DocumentWord, rapport: Rapport, pages: Pages) -> None:
    """Write how figures are computed, and what words mean."""
    methodes = dire_annexes.methodes(seule=rapport.seule, questionnaire=rapport.questionnaire)
    termes = dire_annexes.TERMES | rapport.lexique
    doc.intertitre(dire_annexes.METHODE, 2, page=pages.annexes((), entiers=False))
    for titre, text in methodes.items():
        doc.intertitre(titre, 3)
        doc.paragraphe(text)
    pages.coule(paragraphes(methodes))
    doc.intertitre(dire_annexes.GLOSSAIRE, 2, page=pages.annexes((), entiers=False))
    columns = [
        Colonne(entete=dire_annexes.TERME, largeur=4.5),
        Colonne(entete=dire_annexes.SENS, largeur=11.5),
    ]
    doc.tableau(columns, sorted(termes.items()))


def _colonnes(table: Table) -> list[Colonne]:
    return [
        Colonne(entete=entete, largeur=largeur, nombre=n >= table.textes)
        for n, (entete, largeur) in enumerate(zip(table.entetes, table.largeurs, strict=True))
    ]
