"""The districts of the sample agency, which are real, and their schools, which are made up."""

from dataclasses import dataclass

from sro_desk.domain.codes import DistrictKind
from sro_desk.services.sample_people import Place

ALL_DUTIES = frozenset(range(1, 8))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contracting:
    """A district and what it agreed on with the agency."""

    place: Place
    schools: tuple[str, ...]
    contact: str
    email: str
    kind: DistrictKind = DistrictKind.COOPERATIVE  # where the state's list lacks it
    state_id: str = ""
    citation: str = ""
    duties: frozenset[int] = ALL_DUTIES
    years: int = 1  # of each contract
    renewed: bool = True  # for this school year
    copies: bool = True


CONTRACTING = (
    Contracting(
        place=Place.ANOKA,
        schools=(
            "Linden Rapids High School",
            "Rum Bend Middle School",
            "Oxbow Elementary School",
            "Cedar Slough Elementary School",
        ),
        contact="Patricia Lund",
        email="p.lund@anoka-hennepin.example",
        years=3,
    ),
    Contracting(
        place=Place.SPRING_LAKE_PARK,
        schools=("Prairie Oaks High School", "Terrace Hill Middle School"),
        contact="Yusuf Abdi",
        email="y.abdi@spring-lake-park.example",
        citation="506.9",
    ),
    Contracting(
        place=Place.PACT,
        schools=("Secondary campus",),
        contact="Kristine Ostlund",
        email="k.ostlund@pact.example",
        duties=frozenset({1, 2, 3, 4, 7}),
        copies=False,
    ),
    Contracting(
        place=Place.NORTHEAST_METRO,
        schools=("Bluestem Education Center",),
        contact="Gabriel Santos",
        email="g.santos@nemetro.example",
        state_id="0916",
        renewed=False,
    ),
)
