/* SPDX-License-Identifier: MIT */
/* The rules of what asks for nothing: lines that are headings, benefits, facts of the job or the
 * company; clauses that waive; words that only fill a line.
 *
 * Rows as in rules.c. A line is set aside when a heading matches, or when nothing is left of it. */
#include "language/wording.h"

#define W     JMI_RULE_WAIVER, 0
#define NO_NT "(?:not|n't|never)"

const jmi_rule jmi_idle_rules[] = {
    /* Headings, benefits and notices: a line that matches asks for nothing. */
    {"heading.list", JMI_RULE_HEADING, 0,
     "requirements qualifications responsibilities duties skills benefits about bring offer you "
     "nice preferred minimum required desired who abilities demands conditions environment points "
     "limited "
     "functions summary description why apply perks",
     "^(?:(?:key|main|minimum|basic|job|required|preferred|desired|additional|core|essential|your|"
     "the|our|other) )*(?:requirements?|qualifications?|responsibilities|duties|skills|benefits|"
     "competenc(?:ies|es)|about (?:you|us|the (?:role|job|company|team))|what (?:you'll|you will|"
     "we) (?:bring|need|offer|do|provide)|who you are|nice[- ]to[- ]haves?|must[- ]haves?|"
     "(?:knowledge, )?(?:skills|education|experience),? (?:and|&) "
     "(?:qualifications?|experience|skills|education|abilities)|(?:physical|work(?:ing)?|job) "
     "(?:demands|requirements|conditions|environment)|(?:essential|job|key) functions|(?:job|role|"
     "position) (?:summary|description|overview)|why (?:join|work (?:for|with|at)) [\\w .&'-]{2,40}"
     "\\??|how to apply|perks|bonus points|(?:essential|primary|main) duties)"
     "(?: (?:include|are|required|and experience)(?:,? but (?:are |is )?not limited to,?)?(?: the "
     "following)?)?\\s*:?$"},
    {"heading.equal-opportunity", JMI_RULE_HEADING, 0,
     "equal opportunity discriminate discrimination eeo eoe regardless without protected veteran "
     "accommodation accommodations diversity diverse inclusive affirmative",
     "^eoe\\b|\\bwe (?:celebrate|value|embrace) diversity|\\baffirmative action employer|"
     "\\b(?:committed|dedicated) to (?:creating|building|fostering|providing|maintaining|being) "
     "an? "
     "(?:[\\w-]+,? (?:and )?){0,2}(?:diverse|inclusive)\\b|\\b(?:equal[- ](?:employment "
     ")?opportunit(?:y|ies)|eeoc?\\b|(?:do(?:es)?|will) not "
     "discriminate|"
     "regardless of (?:race|age|sex|gender|religion)|without regard to (?:race|age|sex|gender|"
     "religion|color|colour)|reasonable accommodations?)"},
    {"heading.benefit", JMI_RULE_HEADING, 0,
     "offer pay wages cv resume apply submit send holiday leave reports report 401k 401 salary "
     "vacation "
     "holidays dental insurance pto benefits pension bonus bonuses paid parking gym meals lunch "
     "lunches "
     "snacks discount discounts tuition commission relocation opportunities",
     "^(?:we (?:offer|provide)\\b|reports (?:directly )?to\\b|you will report to\\b|starting "
     "(?:salary|pay)\\b|(?:please "
     ")?(?:send|submit|e-?mail|apply)\\b.*\\b(?:cv|resume|r\\x{e9}sum\\x{e9}|application|cover "
     "letter)\\b|\\d+ days(?:' | of)? ?(?:paid )?(?:vacation|holidays?|leave|annual "
     "leave|pto)\\b|competitive (?:wages|rates)\\b|(?:competitive|attractive|excellent|generous) "
     "(?:base |hourly )?(?:salary|pay|"
     "compensation|benefits|package|remuneration)|401 ?\\(?k\\)?|(?:paid|unlimited) (?:time off|"
     "vacation|holidays?|leave|pto)|(?:health|medical|dental|vision|life)(?:,? (?:and |& "
     ")?(?:health|"
     "medical|dental|vision|life))* (?:insurance|coverage|benefits)\\b|pension (?:plan|scheme)|"
     "(?:\\d+ |full |company )?benefits package|(?:our )?(?:benefits|perks) (?:include|package)\\b|"
     "(?:free|discounted|subsidi[sz]ed|complimentary) (?:[\\w-]+ "
     ")?(?:parking|gym|lunch(?:es)?|meals?|"
     "snacks|uniforms?)\\b|(?:gym|health club) memberships?\\b|(?:generous )?(?:employee|staff|"
     "merchandise|store) discounts?\\b|tuition (?:reimbursement|assistance)\\b|relocation "
     "(?:assistance|package)\\b|(?:sign[- ]?on|signing|annual|year[- ]end|performance|referral|"
     "retention) bonus(?:es)?\\b|uncapped commission\\b|(?:career |professional "
     ")?(?:growth|advancement|"
     "development) opportunities\\b)"},
    {"heading.fact", JMI_RULE_HEADING, 0,
     "location department salary pay compensation type id requisition reference deadline date "
     "posted "
     "title category benefits status",
     "^(?:(?:job|work|office) location|location|department|(?:base |hourly )?(?:salary|pay)(?: "
     "range| "
     "rate)?|compensation|(?:job|employment|contract|position) "
     "(?:type|id|title|category|status|level)|"
     "(?:job |requisition |req )?(?:id|reference)(?: number)?|requisition|(?:application "
     ")?deadline|"
     "closing date|(?:date )?posted|benefits)\\s*:(?!.{0,60}?\\b(?:must|"
     "required|able|willing)\\b)(?:[^.;]|\\.\\d){0,60}$|^posted (?:\\d+|today|yesterday)\\b"},
    {"heading.apply", JMI_RULE_HEADING, 0,
     "apply shortlisted selected please click calls agencies recommendation references resumes "
     "applications description list statements",
     "^(?:to apply\\b|apply (?:now|today|online|here|at|by|via|with)\\b|only "
     "(?:shortlisted|qualified|"
     "selected|successful) (?:candidates|applicants)\\b|please "
     "(?:include|send|submit|attach|note|apply|"
     "e-?mail|visit|do not|see)\\b|click\\b|no (?:phone )?(?:calls|agencies)\\b|(?:two|three|2|3) "
     "(?:letters of recommendation|(?:professional )?references)\\b|(?:resumes?|applications?) "
     "(?:will|"
     "should|must|can|may|without)\\b|(?:this|the above) (?:job )?(?:description|posting|list|"
     "statements?) (?:is|are|may|does|do|has|have|in|reflects?|describes?)\\b)"},
    {"heading.company", JMI_RULE_HEADING, 0,
     "leading leader largest fastest premier award trusted provider company organization "
     "organisation nonprofit agency startup firm manufacturer retailer family mission vision "
     "founded "
     "headquartered join we we're our",
     "^(?:(?!(?:the |our |your )?(?:ideal |successful |right |perfect )?(?:candidates?|applicants?|"
     "person|you|this|experience|knowledge)\\b)(?:[\\w.,&'-]+ ){1,6}?is (?:an?|the|one of the) "
     "(?:[\\w-]+,? ){0,4}?(?:leading|leader|largest|fastest|premier|award-winning|trusted|provider|"
     "company|organi[sz]ation|non-?profit|agency|startup|start-up|firm|manufacturer|retailer|"
     "family-owned)\\b|we(?:'re| are) (?:an? |the |one of|committed to|proud|dedicated "
     "to|passionate "
     "about|growing)|our (?:mission|vision|company|culture|values?|team (?:is|has))\\b|we (?:value|"
     "believe|strive|take pride)\\b|(?:founded|established|headquartered) in\\b|(?:come )?join "
     "(?:us|"
     "our|a)\\b)(?!.{0,400}?\\b(?:looking|seek(?:ing|s)?|needs?|hiring|hire|you|your|skills?|"
     "experience)\\b)"},

    /* Waivers. */
    {"waiver.but-not-required", W, "not isn't",
     ",?\\s*\\b(?:but|though|although|yet)\\s+(?:it(?:'s| is)\\s+)?(?:isn't|not)\\s+(?:strictly "
     "|absolutely |always )?(?:required|necessary|needed|mandatory|essential|a must|a "
     "requirement|expected)\\b"},
    {"waiver.not-required", W, "longer not isn't aren't n't never",
     FROM_START
     "\\b(?:(?:is|are|be|was)n't|no longer|" NO_NT
     ")\\s+(?:be\\s+)?(?:strictly |absolutely |always )?"
     "(?:required|necessary|needed|mandatory|essential|a must|a requirement|expected)\\b" PHRASE},
    {"waiver.need-not", W, "need require",
     FROM_START "\\b(?:(?:do|does|did|will|would)(?:n't| not)|not)\\s+(?:need|require)\\b" PHRASE
                "|" FROM_START "\\bneed not\\b" PHRASE},
    {"waiver.no-experience", W, "no without",
     "\\b(?:no|without)\\s+(?:[\\w/+#-]+\\s+){0,6}?(?:is |are |necessarily )?(?:required|necessary|"
     "needed)\\b" PHRASE},
    {"waiver.training", W, "training train",
     "(?:^|(?<=[.;,]))\\s*(?:(?:but|and) )?(?:we (?:will|'ll) train\\b|(?:full |paid |on-the-job "
     "|all "
     "|comprehensive )*training (?:is |will be )?(?:provided|given|offered|available)\\b)" CLAUSE},

    /* How old a candidate is, is never read. */
    {"waiver.age", W, "age old older over",
     "(?:\\b(?:at least|minimum(?: age)?(?: of)?|over)\\s+){0,2}" NUMBER
     "\\s*\\+?\\s*(?:years?|yrs?)\\s*(?:(?:of age|old)(?: (?:or|and) "
     "(?:older|over|above))?|(?:or|and) "
     "(?:older|over))\\b|\\b(?:over|above) the age of " NUMBER
     "\\b|\\bminimum age(?: is| of)?:? " NUMBER "\\b|\\b" NUMBER " or older\\b"},

    /* Fillers: words that ask for nothing where they stand. */
    {"filler.other-duties", JMI_RULE_FILLER, 0, "duties tasks responsibilities projects assigned",
     "[,;]?\\s*(?:\\b(?:and|perform(?:s|ing)?|complete|as well as|any|all)\\s+){0,4}\\bother "
     "(?:[\\w-]+ "
     "){0,3}(?:duties|tasks|responsibilities|projects)(?: (?:as|that|which|may|be|are)){0,3} "
     "(?:assigned|"
     "required|requested|needed|directed|necessary)\\b(?: (?:by|from)\\b" PHRASE ")?"},
    {"filler.obtainable", JMI_RULE_FILLER, 1,
     "obtain acquire get earn become toward towards eligible pursuing progress enrolled",
     ",?\\s*\\b(?:or|and/or)\\s+(?:be |the |have |currently |actively "
     "){0,2}(?:(?:ability|able|eligible|"
     "eligibility|willing|willingness|in (?:the )?process) (?:to|of) "
     "(?:obtain|acquir|get|earn|becom|"
     "achiev|complet)\\w{0,4}\\b" PHRASE "|(?:working|progress(?:ing)?|studying) towards?\\b" PHRASE
     "|pursuing\\b" PHRASE "|[\\w]+-eligible\\b|eligible\\b" PHRASE "|enrolled\\b" PHRASE
     "|in progress\\b)"},
    {"filler.good-standing", JMI_RULE_FILLER, 0, "standing",
     ",?\\s*\\b(?:and )?(?:(?:be|are|is) )?in good standing\\b"},
    {"filler.accredited", JMI_RULE_FILLER, 0, "accredited recognized recognised",
     "\\b(?:from|at) an? (?:[\\w-]+ ){0,4}?(?:[\\w]+-)?(?:accredited|recogni[sz]ed) (?:[\\w-]+ "
     "){0,3}?(?:colleges?|"
     "university|institutions?|schools?|programs?|programmes?)\\b"},
    {"filler.similar", JMI_RULE_FILLER, 0, "similar equivalent comparable related other like such",
     ",?\\s*\\b(?:or|and/or|and)\\s+(?:any |an? )?(?:other |some "
     ")?(?:similar|equivalent|comparable|"
     "related|other|like|such)(?: (?:tools?|software|systems?|products?|platforms?|programs?|"
     "applications?|technolog(?:y|ies)|packages?|solutions?|fields?|areas?|industr(?:y|ies)|roles?|"
     "positions?|items?|things|environments?|settings?|facilit(?:y|ies)|business(?:es)?|capacity|"
     "certifications?|certificates?|qualifications?|licen[cs]es?))?"
     "(?=\\s*(?:$|[.;,)]))"},
    {"filler.or-better", JMI_RULE_FILLER, 2, "better higher above greater beyond",
     ",?\\s*\\b(?:or|and) (?:better|higher|above|greater|beyond)\\b"},
    {"filler.completed", JMI_RULE_FILLER, 0, "completed completion",
     "^(?:successful(?:ly)? )?(?:completed|completion of)\\b(?! apprentice)"},
    {"filler.meet-or", JMI_RULE_FILLER, 0, "exceed exceeding exceeds",
     "\\bmeet(?:ing|s)? (?:and|or|and/or) (?=exceed)"},
    {"filler.label", JMI_RULE_FILLER, 0,
     "experience education skill skills knowledge abilities qualification qualifications language "
     "languages certification certifications certificates license licenses licence licences "
     "licensure "
     "requirement requirements demands training background competencies attributes tools software "
     "technologies degree",
     "^(?=[^:]{0,60}:)(?:[\\w-]+ "
     "){0,2}?(?:experience|education|skills?|knowledge|abilities|qualifications?|languages?|"
     "certifications?|certificates?|licen[cs]es?|licensure|requirements?|demands|training|"
     "background|"
     "competencies|attributes|tools|software|technologies|degree)(?:\\s*(?:and|&|/|or|,)\\s*(?:"
     "experience|education|skills?|knowledge|abilities|training|certifications?|licen[cs]es?)){0,3}"
     "\\s*:"
     "(?=\\s*\\S)"},
};

const uint32_t jmi_idle_rule_count = sizeof jmi_idle_rules / sizeof *jmi_idle_rules;
