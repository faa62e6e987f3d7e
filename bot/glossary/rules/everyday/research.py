"""Everyday words that mean something of their own in research, and in making use of it."""

ROWS = r"""
    evidence > @research @care
        ~_(?:base|shows|showed|suggests|that_(?:exercise|physio|it_works|this_works)|for_(?:this|exercise|it|
        using|surgery|the_(?:new|intervention|treatment))|review|summary|brief|is_(?:weak|strong|poor|thin|
        mixed|good|patchy)|of_(?:effectiveness|benefit))
        best_~ good_~_(?:for|that) strong_~ weak_~ guideline* what_does_the_~ commission* what_the_~
        generat* decision* base into_practice experience the_~_(?:for|is|on|says|that|about|behind|so)
        no_~_(?:for|that|of_(?:benefit|harm)|to_support) weak thin strong patchy what_~ more_~ that_~_is
        this_~_is old_~ new_~ < crime police* court murder* crumb* crumbs biscuit* jury detective* forensic*
        cctv dog cat paw mice mouse fingerprint* burglar* photo_~ fossil* alien* ghost* muddy circumstantial
        trial_judge feathers fox chocolate footprints lawyer* judge
    bias > @research selection recall publication unconscious reporting risk_of_~ sampling recruitment
        result* systematic < fabric curtain* cut_on brown sauce referee* bbc newspaper* dress skirt team
        football guitar* amp tyre bowls bowling tape skirt* cloth grandparent* towards_my
    sample, sampling > @research
        ~_(?:size|of_(?:\d+|patients|people|participants|clinicians|practices|older)) purposive small_~
        large*_~ random snowball convenience representative too_small result* size women_only patients
        people respondents women men only_~ ~_was
        ~_of_(?:only|just|twenty|thirty|forty|fifty|twelve|ten|eight) < free cheese wine paint carpet
        wallpaper* perfume tile tiles fabric curtain* blood urine shop market supermarket drum drums hip-hop
        song beat record counter whisky kitchen menu tasting food chocolate sauce soil colour water
    survey, opinion survey > @research @care respon* questionnaire* results staff_~ patient_~ fill* complet*
        online_~ our_~ send* sent
        ~_(?:of|closes|closed|results|responses|data|link|form|goes|asks|asked|showed|found|takes) take_part
        answer* anonymous feedback group < roof house damp loft building land surveyor* ordnance bat bats
        bird* structural mortgage buyer* drone seabed asbestos site boundary boat tree trees homebuyer*
        hotel* shopping supermarket airline* geological
    questionnaire > @all respon* fill* post* sent send* complet* the_~ our_~ < quiz magazine horoscope*
        dating insurance hotel* parking
    interview, one to one interview, indepth interview > @research participant* transcript* recorded_~
        semi-structured qualitative
        ~_(?:study|data|guide|schedule|transcripts|with_(?:patients|participants|staff|clinicians|carers|
        commissioners|twelve|ten|twenty))
        topic_guide consent* theme* coding focus_group* patient* carers staff thematic < job jobs zoo radio
        telly tv magazine celebrity singer* panel vacancy cv suit podcast* podcast candidate* tesco
        chat_show bbc footballer* manager post supermarket itv passport university college visa newspaper*
        actor* magistrate* police* celebrities royal author oprah prince president minister
    baseline > @research measure* @care
        ~_(?:data|score*|questionnaire*|assessment|visit|characteristics|figures|pain|line|and) at_~
        from_~_(?:to|and) no_~ against_(?:the|our)_~ follow-up outcome* compare* months < tennis wimbledon
        court volley* murray djokovic serve rally forehand backhand umpire bassline basketball racket
        federer ace
    coding, qualitative coding > @research transcript* theme* qualitative interview*
        ~_(?:frame*|tree|framework|team|the_(?:interviews|transcripts|data)) codes themes snomed clinical_~
        nvivo team_~ < club python app website* computer* school* javascript laptop* game* scratch software
        programm* minecraft raspberry robot* bootcamp job web
    saturation > @research data_~ reach* interview* theme* thematic sampling oxygen no_new < screen colour*
        color* photo* tv telly market* camera paint brightness contrast hue filter fat monitor ink
    data, dataset > @research @care
        ~_(?:collection|analysis|protection|sharing|set|sets|quality|controller|extraction|show*|shows|
        suggest*|were|was|is|are|on|from)
        collect* analys* anonym* gdpr routine our_~ the_~ patient* audit* outcome* report* evaluat* linked
        record* quarter* baseline figures @system all_~ ~_will no_~_on missing_~ < mobile phone* broadband
        sim roaming wifi wi-fi run_out usage allowance package gigabyte* star_trek tablet contract unlimited
        app apps facebook photos gb train hotspot roam satnav laptop backup cloud streaming
    variable > @research outcome_~ dependent independent confound* ~_(?:in_the_(?:model|analysis|study))
        regression measure* control*_for model < weather rate mortgage wind winds quality skill taste speed
        sunny cloudy bus interest clouds showers tariff forecast drill temper* lighting very_~ highly_~ so_~
        service_on results_with_my cooking luck
    validity, validated > @research questionnaire* measure* reliab* scale score* face_~ construct internal
        external tool instrument content < passport* ticket* licence* visa* parking voucher* railcard*
        coupon* feelings feel feeling will bus card rail season_ticket claim argument username
    reliability > @research questionnaire* measure* valid* scale inter-rater test-retest score* rater*
        instrument ~_of_the_(?:measure|scale|questionnaire|scores) tool < car cars bus buses train trains
        broadband wifi wi-fi toyota honda engine* washing dishwasher boiler vehicle* builder* skoda bike*
        reputation
    hypothesis > her_~ his_~ paper @all null test* the_~ our_~ data < dog cat biscuit* aliens husband kids
        crisps socks sock milk mouse neighbour* neighbours
        my_~ pet missing theory_~
    placebo > @all treatment* pill* sham effect* drug* tablet* group better < band song* album gig concert
    blinding, blinded, double blind, single blind > @research placebo allocat* participant* double_~
        assessor* outcome* treatment* group < sun sunlight window headlights goal light lights flash
        headache* sunshine snow white speed torch glare lamp save strike finish
    significant result > @research statistic* p_value data sample < football election* match
    case study, pilot study, feasibility study, focus group < homework geography gcse shampoo crisp crisps
        advert* a-level coursework degree
        ~_(?:in|of)_(?:how|why|bad|poor|patience|the_missing)
    pilot project, pilot scheme, pilot trial > @system @research @change evaluat* results region site sites
        < bin bins parking bus buses recycling airline* airport* flight school* council scooter* e-scooter*
        toll
    drug trial, medical trial, treatment trial > @research placebo patient* participant* phase side_effect*
        volunteer* < court judge jury cocaine smuggl* dealer* netflix police* cartel crown
    evaluation > @research @care @change ~_(?:of|report|team|plan|framework|findings|showed|found|lead)
        project* programme outcomes funded_the interim service* final_~ independent_~ our_~ results
        the_~_(?:was|is|says|said|will|has|found|showed) an_~ < school teacher* restaurant* vet antique*
        jewel* ring house property essay car damage insurance performance driving appraisal course movie*
        book
    protocol, study protocol > @research @care ethics amend*
        ~_(?:amendment|paper|says|for_(?:the|triage|treating)|deviation) approved follow*_the_~ treat*
        registered intervention recruitment the_~ draft_~ our_~ a_~ ~_amend* < royal* king queen diplomat*
        ambassador* internet network email* wedding curtsey kyoto covid star_trek bow bowing security palace
        etiquette seating evacuation mission_impossible fire bluetooth wifi ghost droid c-3po handshake
        embassy router buckingham wear shoes dress guests
    open access, open access publishing > journal* paper papers publish* article* @research fee fees
        repositor* author* preprint funder* library read free_to < beach* land pool* swim* gym* moor
        moorland footpath* park parks tennis walk* hill hills wi-fi wifi car door courts gallery campus lake
    feasibility, pilot > @research ~_(?:study|site|phase) intervention < plane* flight* airline* light
        episode boiler ryanair cockpit gas raf
    implementation, implementing > @all science ~_of lead* support* < brexit bin bins vat parking tax
        congestion software javascript school*
        speed ulez council low-emission rota curfew diet monday
    barrier > ~_to ~s_to ~_(?:and|or)_(?:enabler*|facilitator*) overcome @research @change enabler*
        the_(?:main|biggest|first|other|only|real)_~_(?:is|was|for|to|were) language_~ common_~ identif*
        map* @care < car_park parking level crossing crash road motorway thames flood toll sound heat cream
        crowd ticket gate steel concrete wooden metal reef splash skin police safety_~ rail railway lorry
        river pedestrian queue security concert drove cone cones dog great_~ sea festival bumper stair bed
        stuck tube underground
    context > @research ~_was_(?:so_|too_|very_)?different local_~ @care @change inner outer recipient*
        ~_(?:matters|in_which|of_(?:care|the_(?:service|clinic|practice|intervention|study|nhs)))
        implementation facilitat* innovation mechanism* clinical_~ organisational
        in_(?:our|this|a_different|another|that|each)_~ culture setting depend* adapt*
        ~_(?:is|really|always|changes)_(?:everything|matters) < taken_out_of out_of_~ joke* quote* tweet*
        text email* sarcas* funny photo headline* clip screenshot lyric* translation word_in plot episode
        no_~
    adoption > @research
        ~_(?:of_(?:the_)?(?:new|innovation*|guideline*|guidance|technolog*|digital|evidence)|rate|curve|
        and_spread)
        spread @change @care innovation* slow_~ uptake de-implementation guideline* < kitten* puppy puppies
        dog dogs cat cats greyhound* child children baby babies shelter agency rescue* family parents
        donkey* certificate papers birth foster* animal* hedgehog* rabbit* panda pet pets social_worker*
        tortoise sponsor*
    spread >
        ~_(?:and_(?:scale*|adoption|sustain*)|of_(?:the_)?(?:innovation*|good_practice|best_practice|ideas|
        improvement*|new_practice|evidence)|across_(?:the_)?(?:nhs|region|trusts|sites|practices|system|
        other)|to_(?:other|all|the_other|more|every|neighbouring|the_rest)_(?:\w+_)?(?:sites|practices|trusts|
        clinics|wards|services|areas|teams|regions|places|hospitals|surgeries|site|practice|ward))
        adoption scale* innovation* sustain* @research pilot < butter jam marmite cheese wedding sandwich*
        toast buffet cake wings rumour* gossip word fire news legs virus flu cold_~ disease germs picnic bed
        eagle double_page magazine table cream chocolate spread_out dye mould mint weeds bread ivy
        middle-aged crackers bets betting grass ~_(?:thin|thinly|the_(?:word|cost|love|news)|yourself)
    scale up, scaling up, upscaling, rollout, rolling out > @research @change @system innovation* programme*
        pilot* nationally national across region* sites spread sustain* < recipe* pastry dough cake batch
        map kitchen photo image drawing fish tent sleeping carpet red_carpet 5g broadband bin bins mat
        barrel pizza lawn yoga model vaccine knit* pattern dog smart_meter* ladder fence
    sustainability, sustainment > @all long-term spread ~_of fund* innovation* < fish fishing fashion recycl*
        plastic cod palm_oil packaging forest*
        climate planet green carbon eco farm* food solar tuna bamboo coffee clothes vegan energy wood
        tourism straws bags electric cars~ heat_pump cycle cycling trousers i_
    innovation > @research @change @care ~_(?:in_(?:care|health|practice)|hub|team|fund|agency|lead|unit)
        spread adopt* recipient* < kitchen phone* apple car cars football gadget* vacuum dyson airfryer
        toaster crisps crisp fashion garden cooking iphone chef tech
    fidelity > @research intervention*
        ~_(?:to_the_(?:\w+)?|checks|check|and|checklist|was|score*|monitoring) adapt* implement* protocol
        manual deliver* @care programme < hi-fi hifi high speaker* stereo vinyl record_player marriage
        husband wife vows dog dogs spouse savings isa bank pension turntable audio film headphones
        investments boyfriend low_~ sound loyal wedding
    adaptation, adapting > @research intervention* fidelity cultural local* home_~ @change @care toolkit
        ~_(?:for_(?:our|local|different|other)|of_the_(?:intervention|programme|toolkit|guideline|manual)|
        to_(?:our|local))
        context grab stairlift occupational < film* novel* bbc tv telly book* dickens austen stage screen
        series musical netflix play evolution moths evolutionary shakespeare radio audiobook disney darwin
        cactus camel* theatre penguin* animals
    impact > @research
        ~_(?:of_(?:the|our|this)_(?:\w+_)?(?:intervention|programme|service|research|work|change*|project|
        study|group|report|involvement|training)|on_(?:patient*|people|practice|care|services|staff|outcomes|
        health|policy|waiting|carers|public)|report|case|stud*|statement|assessment|framework|factor|
        evaluation)
        @care @change measure*_the_~ show*_~ real_~ evidenc*_~ pathway* fund* measur*_(?:\w+_)?~
        (?:what|little|no|any|the|our)_~_(?:has|have|had|of|on|was|is) evidence_of_~
        ~_on_(?:my|our)_(?:practice|patients|work) lasting_~ ~_beyond < car cars door doors crash hailstones
        collision helmet* bumper head* fall fell fender ball meteor* asteroid speed airbag* drill* hail
        bruise knocked wall floor elbow lamp tackle driver
    guideline > @care @research clinical nice national evidence follow*_the_~ the_~
        ~_(?:on|for|says|say|recommend*|committee|group|panel|development|was|were|are|is|update) new_~
        local_~ recommend* implement* practice* < competition contest dress luggage cabin airline* baking
        cake brand instagram facebook parking bin bins recycling hotel* school* entries entry font knitting
        pattern driving allotment submission* wedding highway alcohol drinking council
    hypothesise, ethics, tacit > @all approv* application* tacit_~
        committee*  knowledge know-how explicit form* panel review* amend* submit* approval ~_(?:for|of) <
        work_~ poker nod
    sugar pill, dummy pill, dummy treatment, peer reviewer, peer reviewed, systematic error, ethics board,
        ethics panel, lead researcher, chief investigator, principal investigator, internal consistency,
        sham treatment, masked trial, external validity, internal validity < cupcake* sweet sweets detective*
        police* year-old
    enabler > @all key_~ main_~ biggest_~ identif* chang* ~_(?:was|is|to|for) < alcoholic drink* mother
"""
