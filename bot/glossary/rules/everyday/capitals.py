"""Short forms whose capitals stand for something else in everyday life."""

ROWS = r"""
    PPI > @care @research lead group panel rep member* contribut* work plan* partner* session* budget
        involv* coordinator strategy advisor* our_~ co-production event* officer input payment* funding
        statement team < refund* bank* loan* claim* insur* mis-sold mortgage compensation scam* cold_call*
        omeprazole stomach reflux call calls text texts payout credit lender lenders
    DNA > @care appointment* rate rates clinic* ~s reminder* outpatient* ~'d slots missed rate_of < kit kits
        test tests tested ancest* cousin* crime police* forensic* dog in_(?:our|my|his|her|the|their)_~
        sample family murder gene genes genetic* double_helix jurassic dinosaur* strand* twin twins
        blood_type hair swab* heritage viking
    QI < last_~_before stephen fry sandi toksvig quiz telly tv bbc episode* panel_show scrabble funny
        alan_davies comedy programme_last repeats chi energy_flow
    GP, GPs < monaco silverstone formula f1 grand hamilton verstappen motogp british_~ italian_~ racing race
        lap laps ferrari belgian_~ spanish_~ pole qualifying podium bike gp2 hungarian_~ dutch_~ spa
        spa-francorchamps monza suzuka imola practice_lap rained_off commentary !home
    PCN > @system our_~ the_~ each_~ every_~ ~_(?:lead|director|manager|meeting|pharmacist|team|board|level)
        practice* gps local_~ @meeting federation < parking fine car park ticket* council penalty charge*
        library appeal* bus_lane warden* windscreen yellow school wardens traffic clamp* fined pay_the
        red_route stopping yellow_lines
    PI > @research study site ethics ~_(?:is|was|on|has|at|will|signed|for) our_~ local_~ co-~ grant team
        the_~_(?:is|signed|has|was|will|must|left) ~_on_the sign* form < magnum raspberry detective* private
        maths number pie circle hired geometry novel tv crime school 3.14* decimal* follow*_him ~_day
        american drama* columbo sleuth trench
    IG > @care form* training governance data team lead toolkit approv* record* sharing policy rules officer
        consent ~_(?:say*|said|lead|team) < photo* instagram post posted posts follow* insta story stories
        reel reels selfie* influencer* like likes dm pics picture* account dancing metal farben
    KT > @research knowledge transl* ~_(?:plan|team|work|strategy|lead) evidence < tunstall gig singer album
        festival song* boots
    OT, OTs > @care assess* stairlift grab rail* equipment bath home_visit my_~
        the_~_(?:came|said|visit*|will|has|is|assess*|suggest*|brought) referr* hand splint* therap* physio*
        rehab* an_~
        the_~_(?:ordered|gave|showed|fitted|measured|wrote|rang|called|put|recommended|thinks|thought|lent)
        board frame aids ~_(?:came|visits|visited|says|said|told|asked) < overtime warehouse shift*
        testament bible (?:doing|did|do|some|extra|on|more)_~ saturday sunday tesco time_and_a_half match
        playoff* hockey basketball paid
    RA > @care joint* flare* diagnos* medication* methotrexate my_~ with_~ of_~ have_~ has_~ early_~
        steroid* rheum* fatigue biologic* had_~ seroneg* swollen living_with
        ~_(?:took|is|in_(?:my|her|his|your)|can|hits|makes|affects|makes|means|clinic|patients|drugs|since|at|
        for_\w+_years|\w+_(?:hands|wrists|feet|knees))
        hands wrists feet fingers knees < art gallery exhibition royal summer painting* sun_god egypt*
        london burlington
    CI > @research confidence 95* ratio mean p result* wide effect estimate < ck ci/cd car pipeline citroen
    KE > @research knowledge exchange < kinetic physics
    ACT > @care therap* mindful* pain offer* psycholog* course training group session* programme with_~
        trial* < ~_(?:now|fast|your|like|on|up|natural*|quick*|before|sooner|today|soon)
        (?:to|must|please|don't|catch|caught|class|we|i|you|in_the|an|comedy|circus|opening|support|our|
        clean_up_your)_~
        < sister college_~ canberra australia* stage song panto parliament factories
    IT > the_~_(?:team|department|system|desk|people|support|help*|crowd_at_work)
        ~_(?:team|department|system*|support|desk|help*|people|say|said|lead|manager|problem*|issue*|training|
        equipment|staff|access|project|services|upgrade|provider|literacy|skills|infrastructure|were|
        have_(?:fixed|locked|promised))
        our_~ nhs_~ called_~ hospital_~ nobody_in_~
        ~_(?:won't|will_not|have_blocked|block*|would_not|need_to|needs_to_unlock|refuse*|want|wouldn't|
        policy|won't_let|approval|sign-off|kit|budget)
        let_me_install zoom teams emis server* login* password* < crowd stephen_king clown scary is_~ was_~
        it_is sitcom pennywise make_~ do_~ did_~ that_~ about_~ love_~ of_~ for_~ to_~ see_~ get_~ got_~
        with_~ like_~ how_~ if_~ on_~
    WHO >
        the_~_(?:definition|says|said|has|guid*|report|recommend*|figures|defines|published|classification|
        and|framework|list|checklist|website)
        ~_(?:guid*|definition|checklist|report|recommend*|figures|data|says|classification|framework|advises|
        estimates|pain_ladder|pandemic)
        according_to_(?:the_)?~ by_the_~ from_the_~ geneva @care < doctor_~ dalek* roger daltrey band tardis
        album concert townshend guess_~ pinball
    CoP, COP, CoPs > communit* practice join* member* our_~ @research knowledge @meeting @care this_~
        ~_(?:meet*|member*|lead|is_a|facilitator*|launch*|session*|event) facilitat* monthly people_keep
        the_~ < police* arrest* on_the_beat beverly climate glasgow summit bent film tv show traffic car
        undercover dubai paris egypt speeding shop out robocop drama
    ToR, TOR, ToC < browser glastonbury hill hills dartmoor granite climb* walked dark web table_of_contents
        theory_test
    COI, CoI, INT > declar* register @research @care team @meeting integrated neighbourhood panel funding
        ~_(?:form|meeting*|lead|team*|model) < koi pond carp python function integer dungeons d&d strength
        wisdom character rpg baldur's
    REC > @research ethics approv* amend* application submi* chair letter
        ~_(?:approval|meeting|form|said|wants|application|committee|favourable|has|review) nhs_~
        the_~_(?:has|said|wants|approved|asked) favourable < ground room button film* football leisure park
        press record recording sports play mode
    SR > @research review* ~_(?:of|and_meta|protocol|found) cochrane prisma < senior jnr jr sri
    ROM > @care knee hip shoulder joint* degrees full_~ flexion stiff* limited exercise* loss_of_~ movement
        restricted extension elbow ankle neck examin* assess* check* < cd cd-rom disk disc console game*
        nintendo computer* android pc emulat* flash gypsy
    ICP > @system partnership integrated strategy board care ~_(?:meeting|strategy|board) councils <
        juggalo* band rapper* intracranial
    STP > @system plan footprint partnership old former transformation became < oil engine petrol treatment
        fuel garage
    EPR < nuclear reactor hinkley edf speaker pseudonym
    LA, LAs > council social* local authority our_~ care fund* @system public_health partner* each_~
        the_~_(?:has|funds|will|pays|wants) < hollywood la_la angeles usa california lakers flight* fly
        flying flew film* movie* beach la_liga premiere dodgers mamma confidential~ vie galaxy actor*
    EBM < music club nightclub industrial synth
    DEI < latin opus agnus
    KM > knowledge mobilis* ~_(?:plan|team|lead|work|strategy|officer|people|theory|research) our_~
        @research evidence broker* what_~_(?:means|is) means mean ~_(?:is|means|for|into|role|roles) < miles
        run ran drive drove walk* cycle* cycled \d+_?~ hour speed marathon per away race mph
    BMI < flew flight* airline* fly airport* heathrow baby_~ british_midland
    PROM, PROMs > @care @research score* collect* outcome* measure* ~s questionnaire*
        ~_(?:and|are|were|at|data|scores) due weeks < dress* limo school* queen* king daughter* night date
        beach llandudno pier walk* albert_hall suit ball party last_night sea_front seafront bbc friday
    PREM, PREMs > @care @research score* collect* experience* measure* ~s questionnaire*
        ~_(?:and|are|were|at) due < league liverpool arsenal city goal* football chelsea spurs top_of united
        table villa everton tottenham baby relegated newcastle
    NICE <
        ~_(?:one|to_(?:see|meet|hear|be|have)|weather|day|work|cake|try|idea|and|of_you|that|people|for|cup|
        little|bit|hot|job|guy|man|lady|things|time|meal)
        (?:so|how|really|very|a|was|is|been|be|that's|it's|have_a|nice|too|something|oh|play|looking|not|
        smell*|taste*|looks)_~
        biscuit* france riviera airport cannes flew flight* flights promenade marathon
    ICS, ICSs < calendar outlook attachment .ics file
    ICT > @care @system team department < classroom school* gcse lesson* teacher* homework lessons
    NHS, MSK, ICB, CCG, AHP, FCP, CQC, MRI, LBP, AOB < !home
    THR, TKR > @care hip knee operation* surg* weeks months after_~ replacement* list < thriller
    PPG < paint
    PDSA < vet vets dog dogs cat cats rabbit* puppy puppies kitten* pet pets charity_shop vaccinat* neuter*
        hamster* kennel* animal*
"""
