"""Names of countries and wide regions, folded: works that differ in one of them are two works of a series.

From ISO 3166 (English short names), with the French and Spanish names that differ. Of names of several words the ones
that tell.
"""

from __future__ import annotations

from pipeline.title_words import fold, words_of

_PLACES = """
Afghanistan Albania Algeria Andorra Angola Antigua Argentina Armenia Aruba Australia Austria Azerbaijan Bahamas Bahrain
Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Herzegovina Botswana Brazil Brunei Bulgaria Burkina
Burundi Cambodia Cameroon Canada Chad Chile China Colombia Comoros Congo DRC Croatia Cuba Cyprus Czechia Denmark Djibouti
Dominica Ecuador Egypt Eritrea Estonia Eswatini Swaziland Ethiopia Fiji Finland France Gabon Gambia Georgia Germany Ghana
Greece Grenada Guatemala Guinea Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica
Japan Jordan Kazakhstan Kenya Kiribati Korea Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya
Liechtenstein Lithuania Luxembourg Madagascar Malawi Malaysia Maldives Mali Malta Mauritania Mauritius Mexico Micronesia
Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Burma Namibia Nauru Nepal Netherlands Nicaragua Niger Nigeria
Macedonia Norway Oman Pakistan Palau Palestine Gaza Panama Papua Paraguay Peru Philippines Poland Portugal Qatar Romania
Russia Rwanda Samoa Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia Somaliland Sudan Spain Suriname Sweden
Switzerland Syria Taiwan Tajikistan Tanzania Thailand Togo Tonga Trinidad Tunisia Turkey Türkiye Turkmenistan Tuvalu Uganda
Ukraine UK USA Uruguay Uzbekistan Vanuatu Venezuela Vietnam Yemen Zambia Zimbabwe
Africa Asia Europe America Americas Caribbean Pacific Oceania Sahel Maghreb Balkans Arctic Antarctica Horn Mediterranean
Latin Sub-Saharan northern southern eastern western central north south east west
Afrique Asie Amérique Algérie Argentine Belgique Bénin Bolivie Brésil Bulgarie Cambodge Cameroun Colombie Comores Croatie
Égypte Équateur Espagne Éthiopie Gambie Géorgie Grèce Guinée Haïti Hongrie Inde Indonésie Irak Irlande Islande Israël Italie
Jamaïque Japon Jordanie Liban Libye Maroc Mauritanie Mexique Mongolie Mozambique Népal Nigéria Norvège Ouganda Ouzbékistan
Pérou Pologne Roumanie Russie Sénégal Serbie Somalie Soudan Suède Suisse Syrie Tanzanie Tchad Thaïlande Tunisie Turquie
Zambie Allemagne Autriche Chine Chypre Danemark Finlande Yémen Côte Ivoire Ivory Coast
África Alemania Bélgica Brasil Camboya Camerún Croacia Dinamarca Egipto Etiopía España Europa Filipinas Finlandia Francia
Grecia Hungría Irán Irlanda Islandia Japón Kenia Líbano Libia Marruecos México Noruega Perú Polonia Rumanía Rusia Siria
Sudáfrica Suecia Suiza Tailandia Túnez Turquía Ucrania Uganda Ruanda Rwanda Senegal República Dominicana Salvador
"""
_NAMES = frozenset(words_of(fold(_PLACES))) - {"sub", "saharan", "republica", "cote"}


def is_place(word: str) -> bool:
    """Say whether a folded word is a country's or region's name."""
    return word in _NAMES
