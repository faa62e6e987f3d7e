"""Everyday words that mean something of their own in care and in health services."""

ROWS = r"""
    trust > nhs hospital*_~
        (?:the|our|your|their|this|each|every|another|acute|local|neighbouring|whole|mental_health|ambulance|
        community|a_different|new)_~('s)?_(?:board|chief|website|policy|has|have|had|will|says|said|is|was|
        runs|ran|wants|wanted|asked|closed|cut|merged|pays|paid|published|admits|admitted|to_listen|does|sent|
        wrote|told|cannot|can't|must|apologised|and_the)
        ~_(?:board|chief_exec*|headquarters|governor*|policy|website|-wide|merger*)
        (?:acute|local|other|all|both|most|neighbouring|two|three|these|hospital|of_the|foundation)_~s
        commission* merge* services chief_executive which_~_(?:do|does|are|is|has|did) <
        ~_(?:me|us|him|her|them|you|that|anyone|nobody|somebody|fund|funds|your|my|issue*)
        (?:don't|do_not|wouldn't|can't|cannot|never|i|we|you|to|must|they|she|he|who|could|should|would|
        didn't|blind|lost|lose|earn|earned|gain|build|built|complete|a_matter_of|national|wildlife|woodland|
        canal|railway|charitable|land|family|housing|academy|school*|theatre|heritage|preservation|donkey|
        brand|chelsea|prince's|building)_~
        (?:in_god|broke|broken|lost|lose|earned|betrayed)_(?:my|her|his|our|their|your)_~
    flare > my_~ ~_(?:lasted|came|has|again|of_(?:my|the)|that|this|when|after|plan)
        (?:had|having|have|in|during|after|through|bad|another|big|each|every|a|worst)_(?:a_)?(?:bad_|big_|
        long_)?~_(?:i|and|so|now|this|since|last|again|up|for|of|in|of_pain)
        joint* arthritis steroid* pain* gout swollen stiff* fatigue tired* medication @care
        had_(?:a_)?(?:\w+_)?~ terrible in_a_~ bad_~ during_a_~ after_a_~ next_~ last_~ of_~s ~s_up ~s_are
        worst_~ a_(?:\w+_)?~_(?:and|after|before|since|i) < boat* jeans trousers dress skirt sky signal*
        rocket* sea coastguard ship* firework* solar lens fashion football stadium temper* nostril* sun
        lifeboat
        tempers tiki gas match disco bell-bottom* nose nostrils fire gun skirts collar* for_drama
        for_(?:the|design|words)
    flareup > joint* arthritis steroid* pain* gout my_~ @care had_a_~ swollen stiff* fatigue another_~ <
        fire barbecue row argument temper* chip pan grill bbq violence tempers
    purchaser > @all provider* split < house houses flat car
    painkiller, painkilling > @all pain* tablet* dose* joint* knee
        back prescri* gout flare* pharmac* my_~s take taking took on_~ strong* stomach <
        hangover karaoke after_that
    reimbursement > @all claim* expenses travel involvement <
        easyjet ryanair amazon flight airline* suitcase paypal ebay hotel holiday
    family doctor, public health, physical therapy, thin bones, weak bones, competitive tender, disability
        aid,
        reasonable adjustments, the health service, primary care, hospital trust, social care <
        ~_(?:warning|announcement|hazard|menace)
    triage > @all phone* telephone call* urgent msk physio* the_~ nurse* pain < bug bugs emails inbox ticket*
        laundry junk mail spam to-do notifications biscuit
    referral, referral letter, being referred < code friend app gas bonus discount link customer* energy
        bank scheme google supplier rewards customers police free_coffee voucher* fee_from
    pathway, care pathway > @care referral* care clinical
        ~_(?:for|from|to_(?:care|surgery|diagnosis|treatment|recovery)|redesign|work|lead|map*|group|meeting)
        msk stroke cancer surgery single_~ the_(?:new|old|whole|current|knee|hip|back)_~ redesign*
        commission* steps_in_the < garden* moss* gravel paving slab* wood* park path lawn weed* snow* lit
        career crazy_paving stone stones icy brick leaf leaves cobbled football college apprentice* slipped
    provider > care health @system commission* service_~ tender* contract* community_~
        (?:local|new|current|different|every|each|private|nhs|lead|main|other|two|one)_~_(?:for|of|will|has|
        must|runs|in_the|reports)
        which_~ ~_of_(?:care|the_(?:class*|service*)) the_~s ~_collaborat* class_for < broadband internet
        phone* mobile energy electric* gas email insurance pension wifi wi-fi sim bread_winner family_~
        streaming tv telly water web child* childcare wedding catering parking mortgage sole car
    service provider, healthcare provider < broadband internet phone* mobile energy email wifi wi-fi
        streaming tv pension
    contract > tender* @system commission* provider* procur* award* service_spec*
        ~_(?:with_the_(?:trust|provider|council|charity|nhs)|manager|monitoring|value|lead)
        renew*_the_(?:service|nhs) outsourc* < phone* mobile gym sim broadband football* player* striker gas
        electric* energy rent* tenan* lease landlord recording record_deal zero-hours job employment sky
        temporary film bridge marriage virus cold measles muscle* muscles wedding house
    tender > out_to_~ ~_(?:process|document*|deadline|bid|closes|closed|for_the|was|went) bid bids bidd*
        procure* contract* commission* won_the_~ lost_the_~ invit*_to_~ put_*_to_~ submit* supplier*
        the_~_(?:had|has|is|will|closed|went|was) won by_a_charity < meat chicken beef lamb steak pork stew*
        kiss* touch* loving card chops ribs leg bone age legal elvis love asparagus moment* broccoli stem
        sore night boat dinghy steam locomotive until_~ cooked oven slow-cook* butter skin
    commissioner, commissioning, commissioner's < police* crime european eu portrait* painting artist statue
        cricket nfl sport* batman gordon fire engine* boiler* ship* warship* lighthouse oaths scout* scouts
        film football olympic* charity met_~ scotland_yard sculpt* mural song* artwork opened
    audit, clinical audit > clinical @care
        ~_(?:of|showed|shows|shown|data|cycle|results|report|tool|lead|found|against|standards) standards
        re-audit national_~ our_~ record* notes @research @change practice improve* guideline* < tax hmrc
        accounts accountant* chip shop restaurant business company companies bank biscuit* fridge cupboard
        wardrobe books firm energy financial big_four treasurer* vat sock council_tax revenue freezer
    imaging > @all x-ray* mri ct back_pain knee spine bone* radiograph* < satellite* thermal drone printer*
        disk space hubble laptop* camera*
    diagnosis < car engine* mechanic* garage boiler laptop* washing_machine dishwasher plumber* router
        fault* computer printer
    prognosis > @all my_~ the_~ condition* arthritis recover* good poor < car engine* weather laptop* boiler
        relegation season league cake plant* roses team's
        economic economy telly lawn marriage house
    rehabilitation, rehab < celebrity song winehouse* drug* alcohol prison* offender* ex-offender* hedgehog*
        owl* fox* bird* wildlife rock_star singer building house sofa squirrel* seal seals celeb tabloid*
        on_tour after_the_tour
    physio < football* striker magic_sponge
    self care > @care patient* pain* illness* support* minor condition* long-term < bath bubble* candle*
        face_mask* spa sunday massage* nails chocolate
    waiting list > @care operation* surgery surgical appointment* week* month* year* weeks specialist* scan*
        knee hip referral* longer long < allotment* restaurant* school* nursery puppy puppies kitten*
        ticket* choir club* gym trainer* handbag* golf mooring swimming cubs brownies scouts beavers flat*
        car cars iphone marina preschool cattery course_at pottery yoga class* table tables hotel* festival
    follow up, review appointment > @care appointment*
        ~_(?:clinic|call|visit|appointment|study|data|period|rate|questionnaire*|at|after|was|is|in|
        interview*)
        (?:my|her|his|no|lost_to|long-term|poor|six-month|week|weeks|month|months|year|years|their|at|for|
        a)_~_(?:is|was|with|at|in|after|got|clinic|appointment)
        @research weeks months lost_to_~ < email* album novel film series sequel question text book hit
        single record season (?:i'll|i_will|we'll|will|can_you|can_i|please|to|and|just|quick)_~ invoice
        call_from sales leads
    red flag > @care symptom* back_pain cauda checklist screen* no_~ check*_for any_~ spinal pain* bladder
        numb* clinical msk < beach* swim* sea dating date dates lifeguard* surf* boyfriend* girlfriend*
        relationship* man bloke ex f1 race racing session formula moped landlord* flat job estate_agent*
        flying waving bull communist soviet marching labour tinder bunting liverpool qualifying grand_prix
        song anthem dog dogs stag lap track
    intervention, complex intervention, health intervention < divine military police* government friends
        family teachers bank armed state un var referee* drunk's shopping sister* court hoarding surprise
        staged_an_~ my_~ mates mate mum dad phone
    conservative treatment, conservative management < politic* tory
    bad back, back pain, backache, lower back pain, lumbar pain > @care chronic acute sciatica months years
        weeks exercise* manag* persistent low lower pain_service group < mattress* sofa gardening digging
        lifting suitcase excuse
    body scan, medical scan > @care results radiolog* mri ct < airport* meditat* yoga mindful* app security
        scanner
    community service, community care, hospital care, specialist care > @system commission* nurse* discharg*
        social* team teams home funding staff budget* < court judge magistrate* sentence* hours graffiti
        litter church award* police* school* car unpaid
    city council, county council, local council, local authority > social* public_health care health nhs icb
        carers commission* fund* partner* adult @system < bin bins parking pothole* planning tax library
        libraries recycling road roads grit* park parks fly-tipping streetlight* lights fine tree trees
        bonfire hedge* skip allotment* rates elect*
    missed appointment, did not attend, noshow, non attendance > @care appointment* rate rates outpatient*
        text_reminder* letter < hairdress* dentist vet restaurant* barber* plumber* wedding school salon
        party football funeral
    quality of life > @care @research measure* score* pain* improve* sleep qol outcome* condition* arthritis
        worse better affect* < dishwasher city cities village spain countryside dog dogs hens retire*
        commute moving_to sofa pets hoover garden air_fryer kettle remote
    service improvement, getting it right first time > @system @change programme audit team visit* data
        report* < train* flat-pack flatpack shelf shelves bus cake* recipe* wallpaper* railway broadband
        sourdough souffle parking ikea
    neighborhood team, neighborhood health team < police* policing watch litter football cricket
    business case > commission* fund* @system board service* invest* cost* saving* approv* write writing
        wrote develop* draft* the_~ our_~ a_~_(?:for|to) < leather luggage briefcase lock airport wheels
        suitcase laptop
    personal data, patient data > @care @research consent* gdpr protect* anonym* record* governance share*
        stor* < bank* hack* facebook scam* app phone google password*
    best practice > share* sharing @care @change @research guid* evidence* example* spread* follow*
        ~_(?:guidance|is|tariff|in|on) what_counts_as < piano session* match lap violin football qualifying
        band kick* driving orchestra choir choirs net nets run lesson* dental
    toolkit, tool kit, resource pack > @care @change @research download* resource* guide* online training
        launch* practical templates our_~ the_~_(?:has|is|for|will|includes)
        ~_for_(?:staff|patients|practices|clinicians|carers|managers|commissioners|facilitators|teams)
        co-designed pages the_~ does_the_~ a_~_for pdf page section* webinar < car cars shed bike* garage
        spanner* hammer* screwdriver* van boot plumb* sewing diy bicycle tyre puncture workbench drill
        builder's cake sockets campervan
    outcome > @care @research measure* patient-reported clinical ~_(?:measure*|data|for_patients) improve*
        better_~ poor*_~ primary_~ main_~ health report* < match football election* vote* court trial_judge
        case_in jury bake bake_off toss coin var race quiz raffle draw replay game appeal verdict episode
        final
"""
