"""Short titles of issues for a rehearsal, by theme and language. Made up, so that screens have something to show."""

from typing import Final

from server.dialogue.model.setup import Language

_TITLES: Final[dict[str, dict[Language, tuple[str, ...]]]] = {
    "integration": {
        "es": ("Caminos que unan zonas rurales", "Títulos de estudio reconocidos en toda la región"),
        "en": ("Roads that reach rural areas", "Recognition of diplomas across the region"),
        "pt": ("Estradas até as zonas rurais", "Reconhecimento de diplomas em toda a região"),
        "fr": ("Des routes jusqu’aux zones rurales", "Reconnaissance des diplômes dans la région"),
    },
    "poverty": {
        "es": ("Primer empleo digno", "Protección social para trabajadores informales"),
        "en": ("A decent first job", "Social protection for informal workers"),
        "pt": ("Primeiro emprego digno", "Proteção social para trabalhadores informais"),
        "fr": ("Un premier emploi décent", "Protection sociale des travailleurs informels"),
    },
    "security": {
        "es": ("Prevención con los jóvenes, no contra ellos", "Protección de líderes comunitarios"),
        "en": ("Prevention with young people, not against them", "Protection of community leaders"),
        "pt": ("Prevenção com os jovens, não contra eles", "Proteção de líderes comunitários"),
        "fr": ("Prévenir avec les jeunes, non contre eux", "Protection des responsables communautaires"),
    },
    "disasters": {
        "es": ("Alerta temprana en lenguas indígenas", "Fondos de emergencia a nivel local"),
        "en": ("Early warning in indigenous languages", "Emergency funds at local level"),
        "pt": ("Alerta precoce em línguas indígenas", "Fundos de emergência no nível local"),
        "fr": ("Alerte rapide en langues autochtones", "Fonds d’urgence au niveau local"),
    },
    "technologies": {
        "es": ("Conectividad rural", "Internet en cada escuela pública"),
        "en": ("Rural connectivity", "Internet in every public school"),
        "pt": ("Conectividade rural", "Internet em todas as escolas públicas"),
        "fr": ("Connectivité rurale", "Internet dans chaque école publique"),
    },
}


def title(theme: str, language: Language, number: int) -> str:
    """A title for an issue; for a theme that is not known here none, as when nobody had time to type one."""
    titles = _TITLES.get(theme, {}).get(language, ("",))
    return titles[number % len(titles)]
