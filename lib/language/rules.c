/* SPDX-License-Identifier: MIT */
/* The rules of reading English, one row each: what a line's words say beside naming skills.
 *
 * A row's pattern is run only when one of its trigger words occurs. Ids are stable: they stand in
 * ledgers, and a row may move a percentage, so a change here raises JMI_RULES_VERSION. Rows of one
 * subject stand best first; where two match the same words the first wins. Those of what asks for
 * nothing stand in rules_idle.c. */
#include "language/wording.h"

const jmi_criterion_info jmi_criteria[JMI_CRITERION_COUNT] = {
    [JMI_CRITERION_SKILL] = {"skill", JMI_CAN, false},
    [JMI_CRITERION_YEARS] = {"years", JMI_CAN, false},
    [JMI_CRITERION_EDUCATION] = {"education", JMI_CAN, false},
    [JMI_CRITERION_CERTIFICATE] = {"certificate", JMI_CAN, false},
    [JMI_CRITERION_LANGUAGE] = {"language", JMI_CAN, false},
    [JMI_CRITERION_TRAVEL] = {"travel", JMI_WILLING, true},
    [JMI_CRITERION_LICENCE] = {"licence", JMI_CAN, true},
    [JMI_CRITERION_AUTHORIZATION] = {"authorization", JMI_WILLING, true},
    [JMI_CRITERION_CLEARANCE] = {"clearance", JMI_WILLING, true},
    [JMI_CRITERION_AVAILABILITY] = {"availability", JMI_WILLING, true},
    [JMI_CRITERION_LOCATION] = {"location", JMI_WILLING, true},
    [JMI_CRITERION_TRAIT] = {"trait", JMI_FIT, false},
    [JMI_CRITERION_PATTERN] = {"pattern", JMI_CAN, false},
};

/* How far and where to; "book international travel" is work, not travel. */
#define WHITHER "(?:domestic|international|overnight|overseas)"
#define YEAR    "(?<unit>years?|yrs?|months?|mos?)\\b"

#define MUST      JMI_RULE_TIER, JMI_TIER_MUST
#define NICE      JMI_RULE_TIER, JMI_TIER_PREFERRED
#define LEVEL(l)  JMI_RULE_LEVEL, JMI_LEVEL_##l
#define DEGREE(d) JMI_RULE_DEGREE, JMI_DEGREE_##d
#define MATTER(m) JMI_RULE_MATTER, JMI_CRITERION_##m

static const jmi_rule rules[] = {
    /* Tier. What they match is cut out before the rest is read. */
    {"tier.preferred.plus", NICE, "plus bonus asset advantage advantages",
     ",?\\s*(?:\\b(?:is|are|would be|will "
     "be|considered|as|also|but|it's)\\s+){0,6}\\b(?:an?|the)\\s+"
     "(?:big |strong |definite |distinct |huge |real |added |major |great |significant )?"
     "(?:plus|bonus|asset|advantage)\\b(?! of)"},
    {"tier.preferred.bonus-points", NICE, "bonus extra",
     "\\b(?:bonus|extra)(?: points)?(?: for|:|if you)"},
    {"tier.preferred.nice-to-have", NICE, "nice good",
     "\\b(?:would be |is |are )?(?:nice|good)[- ]to[- ]have\\b:?"},
    {"tier.preferred.preferred", NICE,
     "preferred desirable desired advantageous beneficial welcome welcomed favoured favored "
     "helpful preferable optional",
     "(?:\\b(?:is|are|would be|will be|but|though|strongly|highly|very|much|also)\\s+){0,6}"
     "\\b(?:preferred|preferable|desirable|desired|advantageous|beneficial|welcomed?|favou?red|"
     "helpful|optional)\\b"
     "(?! (?:vendor|supplier|partner|name|outcome|result|term)s?\\b):?(?: but not "
     "(?:required|essential|necessary|mandatory))?"},
    {"tier.preferred.ideally", NICE, "ideally",
     "^ideally,?(?: you(?: have| are|'ve)?)?|,?\\s*\\bideally$"},
    {"tier.must.must-have", MUST, "must",
     "\\b(?:is |are )?(?:an absolute |a )?must[- ]haves?\\b:?|\\b(?:is|are) an? (?:absolute "
     ")?must\\b"},
    {"tier.must.must", MUST, "must",
     "\\b(?:(?:the )?(?:ideal |successful )?(?:candidates?|applicants?|you)\\s+)?must(?: "
     "(?:have|be|possess|hold|demonstrate))?\\b"},
    {"tier.must.mandatory", MUST, "mandatory essential imperative",
     "(?:\\b(?:is|are)\\s+)?(?:absolutely "
     ")?\\b(?:mandatory|imperative|essential(?=\\s*(?:$|[.;,:)!]|and\\b|but\\b|for (?:this|the) "
     "(?:role|job|position))))(?=\\s|$|\\W):?"},
    {"tier.must.required", MUST, "required requires",
     "(?<!as )(?<!when )(?<!if )(?<!where "
     ")(?:\\b(?:is|are|strictly|absolutely)\\s+){0,3}\\brequired(?=\\s*(?:$|[.;,:)!]|and\\b|but\\b|"
     "for "
     "(?:this|the) (?:role|job|position)))"},

    {"optional.preferably", JMI_RULE_OPTIONAL, 0, "preferably ideally",
     "(?!^)[,(]?\\s*\\b(?:preferably|ideally)\\b" PHRASE},

    /* Levels, highest first where words overlap. */
    {"level.cefr-c2", LEVEL(EXPERT), "c2", "\\(?\\b(?:at )?(?:level )?(?-i:C2)\\b(?: level)?\\)?"},
    {"level.cefr-c1", LEVEL(ADVANCED), "c1",
     "\\(?\\b(?:at )?(?:level )?(?-i:C1)\\b(?: level)?\\)?"},
    {"level.cefr-b2", LEVEL(GOOD), "b2", "\\(?\\b(?:at )?(?:level )?(?-i:B2)\\b(?: level)?\\)?"},
    {"level.cefr-b1", LEVEL(WORKING), "b1", "\\(?\\b(?:at )?(?:level )?(?-i:B1)\\b(?: level)?\\)?"},
    {"level.cefr-a2", LEVEL(BASIC), "a2", "\\(?\\b(?:at )?(?:level )?(?-i:A2)\\b(?: level)?\\)?"},
    {"level.cefr-a1", LEVEL(LEARNING), "a1",
     "\\(?\\b(?:at )?(?:level )?(?-i:A1)\\b(?: level)?\\)?"},
    {"level.written-and-spoken", LEVEL(WORKING), "written spoken oral orally verbal verbally",
     ",?\\s*\\(?\\b(?:both )?(?:in "
     ")?(?:written|spoken|oral(?:ly)?|verbal(?:ly)?|speaking|writing)(?: and | "
     "or | & |/)(?:in )?(?:written|spoken|oral(?:ly)?|verbal(?:ly)?|speaking|writing)\\b\\)?(?! "
     "communicat)"},
    {"level.expert", LEVEL(EXPERT), "expert expertise mastery native bilingual mother master",
     "\\b(?:expert(?:ise|[- ]level)?|mastery|native|bilingual|mother tongue)\\b"},
    {"level.advanced", LEVEL(ADVANCED),
     "advanced fluent fluently fluency excellent deep extensive indepth depth exceptional "
     "outstanding superior",
     "\\b(?:advanced|fluen(?:t|tly|cy)|excellent|exceptional|outstanding|superior|deep|in-depth|"
     "extensive)\\b"},
    {"level.basic", LEVEL(BASIC),
     "basic basics familiar familiarity awareness aware rudimentary elementary some",
     "\\b(?:basics?(?: "
     "(?:knowledge|understanding|skills))?|familiar(?:ity)?|aware(?:ness)?|rudimentary|elementary "
     "(?:knowledge|proficiency|level|skills)|some "
     "(?:knowledge|experience|understanding|familiarity))\\b"},
    {"level.learning", LEVEL(LEARNING),
     "limited exposure learning beginner beginners novice little",
     "(?:^|(?<=\\())limited\\b|\\blimited(?=[):,]| (?:[\\w-]+ "
     "){0,2}(?:experience|knowledge|exposure|understanding|proficiency|skills|use|work|practice)"
     "\\b)|\\b(?:(?:some |basic |little )?exposure|(?:currently|still|now) learning|beginners?(?: "
     "level)?|novice|(?:very |a )?little (?:experience|knowledge|exposure|practice))\\b"},
    {"level.working", LEVEL(WORKING),
     "hands working intermediate conversational understanding practical",
     "\\b(?:working knowledge|working "
     "(?:experience|proficiency)|intermediate|conversational|understanding|hands[- ]on(?: "
     "(?:experience|knowledge))?|practical "
     "knowledge)\\b"},
    {"level.track-record", LEVEL(GOOD), "track",
     "\\b(?:(?:proven|strong|demonstrated|solid|verifiable) ){0,4}track[- ]records?\\b"},
    {"level.good", LEVEL(GOOD),
     "proficient proficiency strong solid good competent skilled thorough hands-on professional "
     "hands business confident",
     "\\b(?:proficien(?:t|cy|tly)|strong|solid|good|competent|skilled|thorough|professional(?: "
     "working)? (?:proficiency|level)|business level|confident)\\b"},

    /* Years. Named groups: n, the least; unit. */
    {"years.total", JMI_RULE_YEARS, 1, "year years yrs yr months month",
     "(?<n>" NUMBER ")(?:\\s*\\(\\d+\\))?\\s*(?:\\+|plus|or more)?(?:\\s*(?:-|to)\\s*" NUMBER
     ")?\\s*\\+?\\s*" YEAR
     "'?(?: or more| plus)?(?: of)?(?: (?:total|overall|combined)(?: \\w+){0,2} experience\\b|(?: "
     "\\w+){0,2} experience (?:overall|in total)\\b| (?:overall|in total)\\b"
     "| (?:of "
     ")?(?:professional|work|working|job|industry|employment|relevant|related|paid|full-time|"
     "progressive)?\\s*(?:work )?experience\\s*(?=$|[.;,)]|required|or\\b))"},
    {"years.of-which", JMI_RULE_YEARS, 0, "which whom those them",
     "(?<n>" NUMBER
     ")\\s*(?:\\+\\s*)?(?:years? |yrs? )?of (?:which|whom|those|them)(?: (?:must|should|"
     "have|be|been|years?)){0,3}(?: (?:as an?|as|in|with|at))?\\b"},
    {"years.near", JMI_RULE_YEARS, 0, "year years yrs yr months month",
     "(?:\\b(?:at least|minimum(?: of)?|min\\.?|over|more than|a minimum of|up "
     "to|around|approximately)\\s+){0,4}"
     "(?<n>" NUMBER
     ")(?:\\s*\\((?:\\d+(?:\\s*-\\s*\\d+)?)\\))?\\s*(?:\\+|plus|or more)?(?:\\s*(?:-|to)\\s*" NUMBER
     ")?\\s*\\+?\\s*" YEAR "'?(?: or more| plus)?(?:(?: of)?(?: "
     "(?:hands-on|professional|practical|proven|relevant|related|solid|work|"
     "working|industry|direct|prior|previous|recent|progressive|commercial|"
     "demonstrated|post-qualification|clinical|progressively(?: more)? responsible))*"
     " experience(?: (?:in|with|of|as an?|as|working (?:in|with|as an?|as|on)|using))?| of\\b| "
     "in\\b| with\\b| as an?\\b| working (?:in|with|as an?|on)\\b)?"},

    /* Education. */
    {"equivalent.experience", JMI_RULE_EQUIVALENT, 1, "equivalent experience",
     ",?\\s*\\b(?:or|and/or)\\s+(?:an? )?(?:(?:the "
     ")?(?:equivalent|equal|comparable|commensurate|relevant|related|similar)\\s+)*(?:combination "
     "of (?:education|training)[\\w ,]*|(?:years of |amount of )?(?:practical |work(?:ing)? "
     "|professional |industry |relevant |related |job |life |military |equivalent |hands-on "
     "|on-the-job )*(?:experience|training and experience|work)|(?<=equivalent )(?:[\\w-]+ "
     "){1,2}experience)\\b(?: (?:in|with) (?:a |the "
     ")?(?:related|relevant|similar|same) (?:field|area|discipline)s?)?"},
    {"equivalent.years", JMI_RULE_EQUIVALENT, 1, "years year yrs",
     ",?\\s*\\(?\\b(?:or|and/or)\\s+(?:at least |a minimum of |minimum )?" NUMBER
     "\\s*(?:\\+|plus|or more)?(?: additional| more)?\\s*(?:years?|yrs?)'?(?: of)?(?: "
     "[\\w-]+){0,3} experience\\b"},
    {"equivalent.any", JMI_RULE_EQUIVALENT, 0, "equivalent",
     ",?\\s*\\(?\\b(?:or|and/or)\\s+(?:an? |its |the )?(?:foreign )?equivalent(?: "
     "(?:degree|qualification|diploma|education))?\\b\\)?"},
    {"field.related", JMI_RULE_EQUIVALENT, 2,
     "related similar relevant allied field discipline subject area",
     ",?\\s*\\b(?:or|and/or)\\s+(?:in )?(?:an?(?:other)? |any )?(?:closely )?(?:other "
     ")?(?:related|similar|relevant|equivalent|comparable|allied|technical|associated)(?: "
     "technical| "
     "quantitative)?\\s+(?:field|discipline|subject|area|degree|stud(?:y|ies)|major)s?(?: of "
     "study)?\\b"},
    {"field.similar", JMI_RULE_EQUIVALENT, 2, "related similar comparable",
     ",?\\s*\\b(?:or|and/or)\\s+(?:related|similar|comparable)(?=\\s*(?:$|[.;,)]))"},
    /* Degrees that name their field stand first. */
    {"degree.mba", DEGREE(MASTER), "mba m.b.a m.b.a. emba",
     "\\b(?:executive )?(?:e?mba\\b|m\\.b\\.a\\b\\.?)(?: degree)?"},
    {"degree.law", DEGREE(DOCTORATE), "jd j.d. j.d juris",
     "\\bjuris doctor(?:ate)?\\b(?: \\((?-i:J\\.?D\\.?)\\))?|(?-i:\\bJ\\.?D\\b\\.?)(?: degree)?"},
    {"degree.law-master", DEGREE(MASTER), "llm ll.m ll.m.", "(?-i:\\bLL\\.?M\\b\\.?)(?: degree)?"},
    {"degree.doctorate", DEGREE(DOCTORATE), "phd ph.d ph.d. doctorate doctoral doctor dphil edd",
     "\\b(?:ph\\.? ?d\\b\\.?|doctora(?:te|l)(?: degree)?|dphil|ed\\.?d\\b)"},
    {"degree.master", DEGREE(MASTER),
     "master's masters master msc m.sc m.sc. ms m.s. ma m.a. meng m.eng m.ed med mfa m.f.a m.f.a. "
     "graduate advanced postgraduate",
     "\\b(?:master(?:'s|s'|s)|master(?= (?:of|in|degree|level)\\b))(?: degree)?(?: "
     "(?=(?:of|in)\\b))?(?! of ceremonies\\b)|\\bm\\.?sc\\b\\.?|\\bm\\.?"
     "eng\\b|(?-i:\\bMFA\\b|\\bM\\.F\\.A\\b\\.?|\\bM\\.?S\\.(?= )|\\bM\\.?A\\.?(?=[ "
     "/,.]|$)|\\bMS(?= "
     "(?:in|degree|or)\\b|/|,))|\\b(?:post)?graduate (?:degree|diploma)|\\badvanced "
     "degree"},
    {"degree.bachelor", DEGREE(BACHELOR),
     "bachelor's bachelors bachelor ba b.a b.a. bs b.s. b.s bsc b.sc b.sc. beng b.eng btech b.tech "
     "b.e. be degree undergraduate college university graduate bba llb",
     "\\bbachelor(?:'s|s')?(?:'s)?(?: degree)?\\b|\\bb\\.?sc\\b\\.?|(?-i:\\bB\\.?S\\.?(?=[ "
     "/,.;)]|$)(?! (?:EN |ISO |IEC |(?!19|20)\\d))|\\bB\\.?A\\.?(?=[ "
     "/,.;)]|$)|\\bB\\.E\\.)|\\bb\\.?eng\\b|\\bb\\.?tech\\b|\\bbba\\b|\\bll\\.?b\\b|\\b(?:(?:four|"
     "4)[- ]year |college |university |undergraduate |tertiary "
     "){1,4}degree\\b|\\b(?:college|university) graduate\\b"},
    {"degree.associate", DEGREE(ASSOCIATE),
     "associate's associates associate aas hnd higher foundation",
     "\\bhigher national diploma(?: \\(hnd\\))?|\\bassociate(?:'s|s')(?:'s)?(?: "
     "degree)?|\\bassociate "
     "degree|\\ba\\.?a\\.?s\\b|\\bhnd\\b|\\bfoundation degree\\b|\\b(?:two|2)[- ]year degree"},
    {"degree.vocational", DEGREE(VOCATIONAL),
     "vocational trade apprenticeship apprentice nvq hnc btec diploma technical",
     "\\b(?:completed )?apprenticeship\\b|\\b(?:vocational|trade|technical)(?:[- ]school)?(?: "
     "training)? (?:diploma|qualification|school|certificate|degree)\\b|\\b(?:nvq|hnc|btec)\\b(?: "
     "level \\d)?"},
    {"degree.secondary", DEGREE(SECONDARY),
     "school ged diploma secondary gcse gcses a-levels levels abitur",
     "\\b(?:high|secondary)[- ]school(?: (?:diploma|degree|education|certificate|graduate|leaving "
     "certificate))?(?: or (?:ged|equivalent|g\\.e\\.d\\.))*|\\bged\\b|\\bgcses?\\b|\\ba[- "
     "]levels?\\b|\\babitur\\b"},

    {"degree.unnamed", DEGREE(BACHELOR), "degree",
     "^degree\\b|(?<!-)(?<!high )\\b(?:an? |higher education |relevant |academic ){0,4}degree(?= "
     "in\\b|s? or\\b|\\s*(?:$|[.;,)]))"},

    /* Matters that only the candidate can tell. */
    {"matter.travel", MATTER(TRAVEL), "travel travelling traveling trips",
     "(?:\\b(?:willing(?:ness)?|able|ability|ready|readiness|open|available|availability|flexib(?:"
     "le|ility)|prepared|must)\\b[^.;]{0,30}?\\btravel(?:l?ing)?\\b|\\btravel(?:l?ing)?\\b[^.;]{0,"
     "25}?\\b(?:required|necessary|expected|up to|\\d{1,3} ?%)|(?:\\d{1,3} "
     "?%|occasional|frequent|some|regular|extensive|(?:^|(?<=[,;:(] "
     ")|\\b(?:for|requires?|involves?|includes?|including|with|of) )" WHITHER
     ")(?:,? (?:and |or )?" WHITHER "){0,4} "
     "travel\\b|^travel(?:l?ing)?(?=\\s*(?:$|[:,(]|(?:is|may|will|up|to|between|as)\\b|\\d)))[^.;]"
     "*"},
    {"matter.citizenship", MATTER(AUTHORIZATION),
     "citizen citizens citizenship national nationals resident residents residence residency green",
     "(?:\\bu\\.s\\.(?:a\\.)? |" FROM_START ")\\b(?:citizen(?:s|ship)?\\b(?! "
     "(?:science|service|engagement|journalis))|(?:u\\.?s\\.?|eu|uk|foreign|british) "
     "nationals?\\b|permanent residen(?:ts?|cy|ce)\\b|green card\\b)" CLAUSE},
    {"matter.authorization", MATTER(AUTHORIZATION),
     "authorized authorised authorization authorisation eligible eligibility legally visa "
     "sponsorship permit right",
     FROM_START
     "\\b(?:(?:legally )?(?:authori[sz]ed|eligible|entitled|permitted) to (?:legally )?work|"
     "legally able to work|able to legally work|work "
     "(?:authori[sz]ation|permit|eligibility)|eligibility to work|authori[sz]ation to "
     "work|right to work|(?:work )?visa|(?:visa |without )sponsorship)\\b" CLAUSE},
    {"matter.clearance", MATTER(CLEARANCE),
     "clearance clearances secret sc dbs background vetting vetted polygraph felony criminal",
     FROM_START
     "\\b(?:security (?:clearances?|vetting)|(?:secret|ts/sci|top[- ]secret|sc|dv|public "
     "trust|government|dbs|active)\\s+(?:security )?clearances?|(?:enhanced )?dbs check|background "
     "(?:check|investigation|screening)|clearances?|polygraph|(?:felony|criminal) "
     "(?:convictions?|record|history))\\b" CLAUSE},
    {"matter.licence", MATTER(LICENCE),
     "licence license licences licenses licensed licensure driver's drivers driving cdl",
     FROM_START
     "\\b(?:driver'?s'?|drivers|driving|clean driving|commercial "
     "driver'?s'?|cdl|forklift|class [a-e1-9]|hgv|lgv|nursing|rn|lpn|lvn|real "
     "estate|teaching|professional|state|pharmacist|pilot'?s?|insurance|electrician'?s?|plumb(?:er'"
     "?s?|ing)|contractor'?s?|medical|valid|current|active|unrestricted)(?: [\\w-]+){0,2} "
     "licen[cs](?:es?|ure)\\b" PHRASE "|" FROM_START "\\bcdl\\b" PHRASE "|" FROM_START
     "\\blicensed (?:as|to|in)\\b" PHRASE},
    {"matter.shifts", MATTER(AVAILABILITY),
     "shift shifts weekend weekends evening evenings night nights overtime holidays rotating "
     "on-call call availability available saturday saturdays sunday sundays extended",
     FROM_START
     "\\b(?:(?:willing(?:ness)?|able|ability|available|availability|flexib(?:le|ility)|open|must|"
     "prepared|ready)\\b[^.;]{0,40}?\\b(?:shifts?|weekends?|evenings?|nights?|overtime|holidays|on["
     "- ]call|saturdays?|sundays?|extended hours)\\b(?! "
     "(?:briefing|report|handover|manager|supervisor|leader|lead|log))"
     "|work(?:ing|s)?\\b[^.;,]{0,25}?\\b(?:shifts|weekends?|evenings?|nights?|overtime|holidays|"
     "saturdays?|sundays?)\\b"
     "|(?:night|weekend|evening|rotating|rotational|day|morning|graveyard)(?:[ ,/]+(?:and |or "
     ")?(?:night|weekend|evening|morning|day)){0,6} (?:shifts?|work|availability)\\b(?! "
     "(?:briefing|report|handover|manager|supervisor|leader|lead|log))"
     "|^overtime\\b|\\bovertime(?= "
     "[^.;]{0,60}?\\b(?:required|needed|necessary|expected|mandatory|available))|shift "
     "(?:work|patterns?)|on[- ]call (?:rotation|duty|support))\\b" CLAUSE},
    {"matter.start", MATTER(AVAILABILITY),
     "start immediately notice available availability full-time part-time hours",
     "^[^.;,]{0,30}\\b(?:available (?:to start|immediately|for)|start(?:ing)? "
     "(?:immediately|date|asap)|immediate (?:start|availability)|available (?:full|part)[- "
     "]time)\\b" CLAUSE},
    {"matter.relocate", MATTER(LOCATION), "relocate relocation relocating",
     FROM_START "\\brelocat(?:e|ion|ing)\\b" CLAUSE},
    {"matter.on-site", MATTER(LOCATION),
     "on-site onsite office site person commute remote remotely hybrid based located reside "
     "residing live living resident residence",
     FROM_START
     "\\b(?:(?:willing(?:ness)?|able|ability|must|required) (?:and able )?to (?:work "
     "(?:on[- "
     "]?site|in(?:[- ]| the )(?:office|person)|remotely|from)|commute|reside|live|be "
     "(?:based|located))|(?:must|should|to|will|can) (?:live|reside)\\b|(?:must|should|to|will) be "
     "(?:based|located|residing|living) (?:in|within|near)\\b|commut(?:e|ing|able) (?:to|distance)|"
     "work(?:ing)? (?:on[- ]?site|in (?:the|our) office|in person)\\b)" CLAUSE
     "|^(?:located|based|residing|resident|living|residence) (?:in|within|near)\\b" CLAUSE
     "|^(?:fully |100 ?% )?(?:on[- ]?site|in[- ]office|in[- "
     "]person|hybrid|remote)(?=\\s*(?:$|[,(:]|in\\b|at\\b|work\\b|position\\b|role\\b))" CLAUSE},
    {"matter.hours", MATTER(AVAILABILITY), "full part flexible hours schedule monday mon",
     "^(?:full|part)[- ]time\\b(?: availability| hours| position| role)?\\s*$|^(?:full|part)[- "
     "]time,[^.]{0,60}$|^\\d{1,2} hours (?:per|a) week\\b|^flexible (?:schedule|hours|working "
     "hours)\\b" CLAUSE},

    {"credential.certificate", JMI_RULE_CREDENTIAL, JMI_CRITERION_CERTIFICATE,
     "certified certification certifications certificate certificates accredited accreditation "
     "chartered registered registration",
     "\\b(?:certif(?:ied|ications?|icates?)|accredit(?:ed|ation)|chartered)\\b"},

    {"credential.licence", JMI_RULE_CREDENTIAL, JMI_CRITERION_LICENCE, "licence license",
     "\\blicen[cs]e(?=\\s*(?:$|[.,;()]|or\\b|and\\b|required|preferred|with\\b))"},

    /* Lists. */
    {"examples.such-as", JMI_RULE_EXAMPLES, 0, "such as", "\\bsuch\\s+(?:[\\w-]+\\s+)?as\\b"},
    {"examples.eg", JMI_RULE_EXAMPLES, 0, "e.g. e.g eg example instance",
     "\\(?\\be\\.?g\\.?,?|\\bfor (?:example|instance),?"},
    {"examples.including", JMI_RULE_EXAMPLES, 0, "including include includes incl incl. included",
     ",?\\s*\\b(?:including|includes?|incl\\.?)(?: but not limited to)?,?:?"},
    {"examples.like", JMI_RULE_EXAMPLES, 0, "like",
     "(?<=\\w)\\s+like\\b(?! "
     "to\\b)|\\b(?:tools|languages|frameworks|technologies|software|systems|platforms) like\\b"},
    {"count.at-least", JMI_RULE_COUNT, 0, "of",
     "\\b(?:(?:at least|a minimum of|minimum of|any)\\s+)?(?<n>one|two|three|four|\\d)\\s*(?:or "
     "more|\\+)?\\s+of\\b(?! which| whom)(?: (?:the following|these|those|our|the)\\b)?"},
    {"count.of-a-kind", JMI_RULE_COUNT, -1, "least more any two three minimum",
     "\\b(?:at least|a minimum of|minimum of|any)?\\s*(?<n>one|two|three|four|\\d)\\s*(?:or more "
     ")?(?=(?:programming|scripting|modern|major|relational|object|other|common|popular|cloud|"
     "foreign|"
     "additional)\\b)"},
    {"count.any", JMI_RULE_COUNT, 1, "either any one",
     "\\b(?:either\\b|any of (?:the following|these)?|one (?:or more )?of (?:the "
     "following|these|our|the)?)"},

    /* Purpose and context. */
    {"tail.purpose", JMI_RULE_TAIL, 0,
     "order support part purpose enable goal so aim ensure help achieve needed required necessary",
     "\\b(?:(?:in order|so as) to|to "
     "(?:support|enable|ensure|help|achieve)|in "
     "support of|as part of|as (?:needed|required|necessary)|for the purposes? of|with the "
     "(?:aim|goal) of|so that)\\b"},
    {"tail.context", JMI_RULE_TAIL, 1,
     "through across within against throughout under alongside environment setting when while way "
     "manner fashion",
     "\\b(?:through|across|within|against|throughout|when|while|in an? (?:[\\w-]+,? "
     "){0,4}(?:environment|setting|context|organi[sz]ation|company|way|manner|fashion)|"
     "under (?:the "
     ")?(?:direction|supervision|guidance))\\b"},
    {"tail.company", JMI_RULE_TAIL, 3,
     "clients customers stakeholders colleagues coworkers teams members peers students parents "
     "families "
     "patients vendors partners management leadership executives public audiences departments "
     "staff",
     "\\b(?:with|to) "
     "(?:(?:all|our|both|internal|external|senior|diverse|different|various|key|other|"
     "non-technical|technical|a variety of|a wide range of|all levels of)(?:,| and| or)? "
     "){0,4}(?:clients|"
     "customers|stakeholders|colleagues|coworkers|(?:team )?members|teams|peers|students|parents|"
     "families|patients|vendors|partners|management|leadership|executives|the public|audiences|"
     "departments|staff)\\b"},
    {"tail.for", JMI_RULE_TAIL, 2, "for", "\\bfor\\b"},

    /* Denials in a profile, to the end of the clause. */
    {"negation.none-at-all", JMI_RULE_NEGATION, 0, "none nil no zero n",
     FROM_START "[:(-]\\s*(?:none|nil|no|zero|n/a)\\b(?=\\s*(?:$|[.;,)|]))"},
    {"negation.no", JMI_RULE_NEGATION, 0,
     "no not never without lack lacking none haven't don't didn't hasn't can't cannot isn't wasn't "
     "unable zero except unfamiliar",
     "\\b(?:no(?! (?:problem|matter|less|more|doubt|longer than))|not(?! only)(?! just)(?! "
     "limited)|never|without|lack(?:s|ing)?(?: of)?|none "
     "of|(?:have|do|did|has|ca|was|is|am)n't|cannot|unable to|zero|except(?: for)?|unfamiliar "
     "with|little to no)\\b[^.;!?]*?(?=$|[.;!?]|\\bbut\\b|\\bhowever\\b|\\bthough\\b|, (?:and|yet) "
     ")"},
    {"negation.no-longer", JMI_RULE_NEGATION, 0, "never",
     "\\bnever (?:worked|used|done|tried)\\b[^.;]*"},
};

uint32_t jmi_rule_count(void)
{
  return jmi_idle_rule_count + (uint32_t)(sizeof rules / sizeof *rules);
}

const jmi_rule *jmi_rule_at(uint32_t index)
{
  return index < jmi_idle_rule_count ? &jmi_idle_rules[index] : &rules[index - jmi_idle_rule_count];
}
