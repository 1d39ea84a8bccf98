"""What the journal remembers of a démarche."""

from enum import StrEnum


class Evenement(StrEnum):
    """Something that was done, and that a reader of the compte rendu may want to check."""

    DEMARCHE_CREEE = "démarche créée"
    COMPTE_AJOUTE = "compte ajouté"
    MOT_DE_PASSE_CHANGE = "mot de passe changé"
    CODE_REMIS = "code remis"
    CODE_REVOQUE = "code révoqué"
    SEANCE_AJOUTEE = "séance ajoutée"
    ACTIVITE_OUVERTE = "activité ouverte"
    ACTIVITE_CLOSE = "activité close"
    CRITERES_CHOISIS = "critères choisis"
    ABS_IMPORTEE = "indicateurs importés"
    ELEMENT_ECARTE = "proposition écartée"
    ELEMENT_REFORMULE = "proposition reformulée"
    ELEMENT_FUSIONNE = "proposition fusionnée"
    REGROUPEMENT_RETENU = "regroupement retenu comme brouillon"
    REGROUPEMENT_LAISSE = "brouillon de regroupement laissé de côté"
    OBJECTIF_DEPLACE = "objectif déplacé"
    THEME_RENOMME = "thème renommé"
    TABLEAU_EXPORTE = "tableau téléchargé"
    IMPORT_ANNULE = "import d'indicateurs annulé"
    TERRITOIRE_CHOISI = "territoire choisi"
    CONTOURS_CHARGES = "contours chargés"
    INDICATEUR_DECRIT = "indicateur décrit"
    CATALOGUE_IMPORTE = "catalogue importé"
    QUESTION_SAISIE = "question d'enquête saisie"
    QUESTION_RETIREE = "question d'enquête retirée"
