"""French words of short texts, brought to forms that can be compared.

Three forms, from the closest to what was typed to the furthest:

- ``canonical``: the words, in lower case, without punctuation. Two texts with the same
  one are the same text, and texts sort by it.
- ``content``: the words that carry a subject: neither stop words, nor the verbs and nouns
  that every plan of action uses (développer, favoriser, dispositif…).
- ``stem`` and ``light`` bring a word to what its inflections share: ``stem`` (Snowball) is
  bold and merges « répit » and « repas »; ``light`` only folds accents, plurals and
  feminines, and suits a lexicon, where a word must not be taken for another.
"""

import re
import unicodedata
from functools import cache, lru_cache
from threading import Lock

import snowballstemmer

WORD = re.compile(r"\d+|[a-zà-öø-ÿ]+")
ELISION = re.compile(r"\b(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu)'")

LETTERS = str.maketrans({"’": "'", "œ": "oe", "æ": "ae"})


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP_WORDS = _words_of(
    """
    a afin ai aie ailleurs ainsi alors aprem apres as assez au aucun aucune aujourd auquel aura
    aussi autant autour autre autres aux avaient avait avant avec avez avoir avons ayant beaucoup
    bien bonjour bref c ca car ce ceci cela celle celles celui cependant certain certaine
    certaines certains ces cet cette ceux chacun chacune chaque chez ci combien comme comment
    contre d dans de dedans dehors deja depuis derriere des devant devrait doit doivent donc dont
    du durant e elle elles en encore entre envers es est et etaient etait etant etc ete etes etre
    eu euh eux faire fais fait fallait faudra faudrait faut fois font furent h hors ici il ils j
    je jusqu jusque l la le les leur leurs loin lors lorsque lui m ma mais me meme memes merci mes
    mieux moi moins mon n ne ni non nos notamment notre nous on ont ou oui par parce parfois parmi
    partout pas pendant peu peut peuvent plein plus plusieurs plutot pour pourquoi pourrait
    presque puis puisque qu quand quant que quel quelle quelles quelqu quelque quelques
    quels qui quoi rien s sa sans se sera serait seront ses si sinon soi soient sois soit sommes
    son sont sous souvent suis sur surtout svp t ta tant te tel telle tellement telles tels tes
    toi ton toujours tous tout toute toutes tres trop tu un une uns va vers via vite voici voila
    vont vos votre voudrais vous vrai vraiment y yora
    """
)
"""Words without a subject, folded."""

GENERIC = _words_of(
    """
    accompagnement accompagner accès accéder action adaptation adapter agir aide aider ajouter
    amélioration améliorer année arrêter assurer augmentation augmenter autoriser avis besoin
    bénéficier cadre cas changer chose commun communal communautaire commune constituer
    constitution continuer contribuer coup création créer demande demander devenir difficulté
    diminuer dispositif donner développement développer encourager end ensemble exemple exister
    expérimenter faciliter façon faute favoriser forme garantir gens gestion grand généraliser
    gérer habitant heure identification identifier imposer impulser inciter information informer
    initier inscription inscrire installer instaurer interdire intégrer jour lieu limiter local
    longtemps lutte lutter maintenir maintien manière manque manquer maîtrise meilleur mener mesure
    mettre mise mobiliser mois monde moyen multiplier niveau nouveau nouvelle nécessaire objectif
    obliger obtenir offre offrir organisation organiser ouverture ouvrir passer penser permettre
    personne petit place plan politique possible poursuivre pouvoir premier prendre privilégier
    programme projet promotion promouvoir proposer proposition public pérenniser recherche
    rechercher rendre renforcement renforcer repenser rester revoir réalisation réaliser réduction
    réduire savoir semaine sensibilisation sensibiliser service simple situation solution soutenir
    soutien stopper structurer supprimer temps territoire territorial travers trouver truc type
    utilisation utiliser valorisation valoriser venir vie voir vouloir week élaborer élargir
    établir étendre évoluer évolution
    """
)
"""Words of intention, and ways of speaking: every plan uses them whatever its subject."""

SPECIFIC = _words_of(
    "aidant communication coupe couper don donne fonction grandir habitation localite personnel "
    "placement"
)
"""Words with a subject, though a generic word has the same stem; in their light form."""

ENDINGS = (
    ("iere", "ier"),
    ("euse", "eur"),
    ("trice", "teur"),
    ("ive", "if"),
    ("elle", "el"),
    ("enne", "en"),
    ("onne", "on"),
    ("ee", "e"),
    ("ante", "ant"),
    ("ente", "ent"),
    ("ale", "al"),
    ("aine", "ain"),
)
"""Feminine endings and their masculine, once accents are folded."""

_STEMMER = snowballstemmer.stemmer("french")
_LOCK = Lock()


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Return a text without accents.

    Examples
    --------
    >>> fold("Âgée")
    'Agee'
    """
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, numbers included, elided letters left out.

    Examples
    --------
    >>> words("Rompre l’isolement des aînés, d'ici 2031 !")
    ['rompre', 'isolement', 'des', 'aînés', 'ici', '2031']
    """
    return WORD.findall(ELISION.sub(" ", typed(text)))


def typed(text: str) -> str:
    """Return a text in lower case, letter by letter as the other functions read it."""
    return unicodedata.normalize("NFC", text).lower().translate(LETTERS)


def canonical(text: str) -> str:
    """Return the form under which two texts are the same one, and by which texts sort.

    Examples
    --------
    >>> canonical("PLUS DE BUS !") == canonical("plus de bus.")
    True
    """
    return " ".join(words(text))


def significant(text: str) -> list[str]:
    """Return the words that are not stop words, letters of an abbreviation left out."""
    return [word for word in words(text) if len(word) > 1 and fold(word) not in STOP_WORDS]


def content(text: str) -> list[str]:
    """Return the words that carry the subject of a text, in order; perhaps none.

    Examples
    --------
    >>> content("Développer l'accès aux soins pour tous les habitants")
    ['soins']
    """
    return [word for word in significant(text) if not _is_generic(word)]


def has_subject(word: str) -> bool:
    """Say whether a word, in lower case, would be in the ``content`` of a text."""
    return len(word) > 1 and fold(word) not in STOP_WORDS and not _is_generic(word)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the Snowball stem of a word, folded.

    Examples
    --------
    >>> stem("logements") == stem("logement")
    True
    """
    with _LOCK:  # a stemmer holds the word it works on
        return fold(_STEMMER.stemWord(word))


@lru_cache(maxsize=100_000)
def light(word: str) -> str:
    """Return a word without accents, plural or feminine.

    Examples
    --------
    >>> [light(word) for word in ("âgées", "infirmières", "travaux", "répit", "repas")]
    ['age', 'infirmier', 'traval', 'repit', 'repa']
    """
    form = fold(word)
    if len(form) > 3:
        form = _singular(form)
    for feminine, masculine in ENDINGS:
        if form.endswith(feminine) and len(form) > len(feminine) + 1:
            return form.removesuffix(feminine) + masculine
    return form


def _singular(form: str) -> str:
    if form.endswith("eaux"):
        return form[:-1]
    if form.endswith("aux"):
        return form[:-3] + "al"
    if form[-1] in "sx" and not form.endswith("ss"):
        return form[:-1]
    return form


@lru_cache(maxsize=100_000)
def _is_generic(word: str) -> bool:
    return word.isdigit() or (stem(word) in _generic_stems() and light(word) not in SPECIFIC)


@cache
def _generic_stems() -> frozenset[str]:
    return frozenset(map(stem, (*GENERIC, *map(fold, GENERIC))))
