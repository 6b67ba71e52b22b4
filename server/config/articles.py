"""With which article a name is spoken: "le Brésil", "a Colômbia", "the Bahamas", "Cuba".

The catalogues join article and preposition ("au Brésil", `podium-whom`); what has no article here is spoken in a
sentence that needs none.
"""

from typing import Final

from server.dialogue.model.setup import Language, Text

ARTICLES: Final[dict[Language, tuple[str, ...]]] = {
    "es": ("el", "la", "los", "las"),
    "en": ("the",),
    "pt": ("o", "a", "os", "as"),
    "fr": ("le", "la", "l’", "les"),
}
"""What there is to choose from; "" is a name that is used without one."""

BY_ARTICLE: Final[dict[Language, dict[str, str]]] = {
    "es": {
        "el": "CG GB NL PS",
        "la": "CD CF DO IN IR KP KR LA MD RU SY TZ VA",
        "los": "AE FM US",
        "las": "BS MH SB",
    },
    "en": {
        "the": "AE BS CD CF CG DO FM GB GM IR KM KP KR LA MD MH MV NE NL PH PS RU SB SD SY TZ US VA",
    },
    "pt": {
        "": "AD AG AO BB BD BF BN BW BY BZ CU CV CY DJ FJ GD GH HN IL KI KN LC LI MC MG MM MT MU "
        "MZ NR OM PT PW RW SG SM ST SV SZ TO TT TV VC VU WS",
        "o": "AF AZ BH BI BJ BR BT CA CG CL EC EG GA GB HT IQ JP KE KG KH KW KZ LB LK LS LU MA ME "
        "ML MW MX NE NL NP PA PE PK PS PY QA SD SN SR SS TD TG TJ TL TM UY UZ VN YE ZW",
        "a": "AL AM AR AT AU BA BE BG BO CD CF CH CI CN CO CR CZ DE DK DM DO DZ EE ER ES ET FI FR "
        "GE GM GN GQ GR GT GW GY HR HU ID IE IN IR IS IT JM JO KP KR LA LR LT LV LY MD MK MN "
        "MR MY NA NG NI NO NZ PG PL RO RS RU SA SE SI SK SL SO SY TH TN TR TZ UA UG VA VE ZA "
        "ZM",
        "os": "AE CM FM US",
        "as": "BS KM MH MV PH SB SC",
    },
    "fr": {
        "": "AG BH CU CY DJ HT IL KI KN LC MC MG MT MU NR OM SG SM ST SV TV VC VU",
        "le": "BD BF BI BJ BN BR BT BW BY BZ CA CG CL CM CR CV DK GA GB GH GT GY HN JP KE KG KH KW "
        "KZ LB LI LK LS LU MA ME ML MM MW MX MZ NE NG NI NL NP PA PE PK PT PY QA RW SD SN SR "
        "SS TD TG TJ TL TM VA VE VN WS YE ZW",
        "la": "BA BB BE BG BO CD CF CH CI CN CO CZ DM DO FI FR GD GE GM GN GQ GR GW HR HU IR JM JO "
        "KP KR LA LR LT LV LY MD MK MN MR MY NA NO NZ PG PL RO RS RU SE SI SK SL SO SY TH TN "
        "TR TT TZ ZM",
        "l’": "AD AF AL AM AO AR AT AU AZ DE DZ EC EE EG ER ES ET ID IE IN IQ IS IT PS SA SZ UA UG UY UZ ZA",
        "les": "AE BS FJ FM KM MH MV PH PW SB SC TO US",
    },
}
"""Codes of ISO 3166-1, for names as `states.py` has them."""

USUAL: Final[Text] = {"es": "", "en": ""}
"""Where most names have none."""


def state_article(code: str) -> Text:
    """The article of a State's name by language; a language in which it is not known is left out."""
    return USUAL | {
        language: article
        for language, named in BY_ARTICLE.items()
        for article, codes in named.items()
        if code in codes.split()
    }
