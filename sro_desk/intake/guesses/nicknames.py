"""First names that stand for one another on American papers."""

_GROUPS = (
    "abigail abby gail", "abdirahman abdi", "abdullahi abdi", "albert al bert", "alexander alex"
    " al sandy",
    "alexandra alex sandra lexi", "alfred al fred", "allison allie ally", "amanda mandy",
    "andrew andy drew", "angela angie", "anthony tony", "arthur art", "barbara barb",
    "benjamin ben benny", "bradley brad", "bridget birdie", "catherine cathy kate katie cat",
    "charles charlie chuck chas", "christina chris christy tina", "christine chris christy",
    "christopher chris topher kit", "clifford cliff", "cynthia cindy", "daniel dan danny",
    "david dave davy", "deborah deb debbie", "debra deb debbie", "dennis denny", "donald don"
    " donnie",
    "dorothy dot dottie", "douglas doug", "edward ed eddie ted ned", "edwin ed eddie",
    "elizabeth liz beth betsy betty lizzie eliza", "emily em", "eugene gene", "frances fran",
    "francis frank", "francisco paco pancho cisco", "frederick fred freddy rick", "gabriel gabe",
    "gerald gerry jerry", "gregory greg", "guadalupe lupe", "harold hal harry", "henry hank harry",
    "ignacio nacho", "isabella izzy bella", "jacob jake", "jacqueline jackie", "james jim jimmy"
    " jamie",
    "janet jan", "jeffrey jeff", "jennifer jen jenny", "jessica jess jessie", "jesus chuy",
    "john jack johnny jon", "jonathan jon jonny john", "jose pepe", "joseph joe joey", "joshua"
    " josh",
    "judith judy", "katherine kate kathy katie kat kathryn", "kathleen kathy kate katie",
    "kathryn kate kathy katie", "kenneth ken kenny", "kimberly kim", "kristine kris kristy",
    "kristina kris kristy tina", "lawrence larry", "leonard len lenny leo", "leslie les",
    "luis lou", "manuel manny", "margaret maggie meg peggy marge greta", "martin marty",
    "matthew matt", "maximilian max", "megan meg", "melissa missy mel", "michael mike mick mickey",
    "mitchell mitch", "mohamed mo mohammed muhammad", "mohammed mo mohamed", "nancy nan",
    "nathaniel nate nathan", "nathan nate", "nicholas nick nicky", "nicole nikki", "pamela pam",
    "patricia pat patty trish", "patrick pat paddy", "peter pete", "philip phil", "phillip phil",
    "rachel rae", "randall randy", "raymond ray", "rebecca becky becca", "richard rick dick"
    " rich ricky",
    "robert bob rob bobby robbie bert", "roberto beto", "ronald ron ronnie", "russell russ",
    "samantha sam", "samuel sam sammy", "sandra sandy", "stanley stan", "stephanie steph",
    "stephen steve steven", "steven steve stephen", "stuart stu", "susan sue susie", "teresa"
    " terry tess",
    "theodore ted teddy theo", "theresa terry tess", "thomas tom tommy", "timothy tim timmy",
    "valerie val", "veronica ronnie", "victor vic", "victoria vicky tori", "vincent vince vinny",
    "virginia ginny", "walter walt", "william bill will billy willie liam", "zachary zach zack",
)  # fmt: skip
_OF: dict[str, set[str]] = {}
for _group in _GROUPS:
    _first, *_others = _group.split()
    for _other in _others:
        _OF.setdefault(_first, set()).add(_other)


def are_alike(one: str, other: str) -> bool:
    """Whether one may be a short form of the other, or both of a third; both folded."""
    if other in _OF.get(one, ()) or one in _OF.get(other, ()):
        return True
    return any(one in shorts and other in shorts for shorts in _OF.values())
