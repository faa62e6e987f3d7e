"""Everyday words that mean something of their own where patients and the public take part."""

ROWS = r"""
    engagement > public patient* community @system @research stakeholder* staff involvement
        ~_(?:event|work|lead|plan|strategy|officer|team|session|exercise) < ring rings party proposed
        proposal fiance* wedding* announce* couple marry* married (?:his|her|their|my_\w+)_~ dinner prior
        social_media photo photos cringe instagram likes tweet* speaking military broke_off
    public engagement, patient engagement, community engagement < ring photo photos
    involvement > patient* public* @research
        ~_(?:lead|group|fee|work|coordinator|manager|team|strategy|plan|panel) carers meaningful early_~
        real_~ genuine_~ lived payment* service_user* @system < murder* robber* crime affair police* scandal
        plot (?:his|her|romantic)_~ school parent*
    participation, research participation > @research @care public patient* community* meaningful carers
        young_people group* ~_(?:group|rate) < trophy medal* prize audience crowd sport* school class pe
        certificate* quiz sack_race race* compulsory fun_run dance
    gatekeeper, gatekeeping > @research @care recruit* access referral* receptionist* site sites
        ~_(?:to|of|for)_(?:the_)?(?:service*|care|patient*|participant*|people|community) charity < castle
        lord's stadium ticket* zoo cemetery football ghostbusters bouncer lodge cattle railway crossing film
        gate gates park
    empowerment, empowering, empowered > patient* @care @research carers communit* service_user* people
        self-management co-production < girl* women* spa album dress crystals
    accessibility, accessible > wheelchair* hearing venue disab* large_print patient* @system @research
        document* information meeting* language format* website subtitles captions lift step-free toilet*
        plain* < phone settings iphone* android laptop price* affordable menu* game* control panel castle
        beach bus stop summit remote from_the_(?:loft|garden|road|motorway) wine only_by
    confidential, confidentiality > promis* ~_to ~_(?:rules|statement|agreement) room @care @research group*
        meeting* agreement share* record* information
        personal < top wedding recipe* secret santa hush spy spies police
    safeguarding < bank passwords
    easy read, easy read version > version* leaflet* summary document* ~_(?:format|copy|information)
        learning_disab* pictures information in_~ an_~_(?:of|for) minutes accessible picture < novel* beach
        holiday book thriller* crime paperback* poolside kindle author
    plain english, plain language, clear language > version* leaflet* summary jargon papers @care @research
        write written summaries rewrite put* report* letters < dave lawyer* solicitor* mechanic* plumber*
        tell_it speak garage instructions flat-pack flatpack tax insurance landlord rugby menu
    role description, role profile > volunteer* lay public contributor* @research member* panel patient* job
        chair involvement payment* < dungeons game* play* acting actor*
    payment policy, thankyoupayment > involvement public contributor* patient* @research honorari*
        volunteer* lay members @care panel < shop store hotel* gym refund* online airline* returns landlord
    champion, local champion > clinical ~_for ward practice* implementation @care @change knowledge
        each_(?:site|team|ward|practice) lead* a_~_(?:in|on|at)_(?:each|every|the_(?:team|ward|practice))
        local_~_(?:for|who) barriers uptake < chess league boxing darts snooker olympic* world reigning
        tennis football wimbledon tomato* marrow leek* show crufts trophy title heavyweight swimming cup
        sport* race pub quiz bake_off cycling national county cross-country gymnast* bowls snail conker*
        rugby
    carer < horse* dog dogs cat cats pet pets donkey* rabbit* chicken* tortoise* animal* parrot crisps snack*
        !home
    feedback loop, hybrid meeting, hybrid event < laugh* giggl* sofa guitar* amp speaker* microphone* mic
        squeal* car cars
        petrol
    box ticking > exercise @care @research consultation involvement patient* public meeting* tokenis* <
        lottery ballot
    power dynamic, power imbalance, power differential, unequal power < novel film marriage couple tv drama
"""
