"""Words that anybody uses, of which somebody may make a term."""

COMMON = """
    ability absence access account act action activity address advice age agent agreement aid aim air alarm
    answer anxiety appeal application appointment approach area arm article aspect assembly assessment asset
    assistant association attention audience authority average award balance band bank base basis bat
    battery bed behaviour benefit block board body bond bone book border bottom box brain branch break
    bridge brief budget burden burn business buyer call campaign capacity capital card care career carrier
    case cast cause centre challenge chance change channel character charge charity charter check chest
    child choice circle claim class cleaning client clinic close cloud club coach code cohort cold
    collection comfort command comment commission commitment committee common communication community
    company comparison compass competition complaint complex component concern condition conduct conference
    confidence conflict connection conscious consent constant contact content contest control convention
    conversation core council count counter couple course court cover crash credit crisis critical culture
    current custom cut cycle damage date deal debate decision deck decline default degree delay delivery
    demand department deposit depression depth description design desk detail development device diary diet
    difference digest dimension director discharge discipline discovery discussion dish display distance
    district division doctor document domain donor door dose draft drain drama draw dream dressing drift
    drill drive driver drop drug drum duty echo edge edition education effect effort element emergency
    emotion employer empty energy engine enquiry entry environment episode equipment error essay estate
    estimate event exam example exchange exercise exit expansion experience experiment expert explanation
    exposure expression extension face facility fact factor failure fair faith fall family fashion fat fault
    favour fear feature fee feedback feel field fight figure file film filter finance finding fine finger
    finish fire firm fit fitness fix flag flat flight floor flow focus fold follow food foot force form
    format forum foundation fracture frame framework framing free freedom frequency friend front fuel
    function fund funding future gain game gap garden gate gathering gauge gear general generation goal
    governance grade grant graph grip ground group growth guarantee guard guest guidance guide habit hand
    handover handle harm head heading health hearing heart heat help history hold hole holiday home hope
    horizon hospital host house hub human humour idea identity image immunity implant import improvement
    incentive incident income increase index indicator individual industry inequality inflation influence
    information injection injury input inquiry insight inspection instance instruction instrument insurance
    intake integration intelligence intensity intention interaction interest interface interpretation
    interval introduction investment invitation isolation issue item job joint joke journal journey
    judgement jump key kit knowledge lab label landing language law lay lead leader leadership leaflet leak
    learning lecture leg lens lesson letter level leverage licence life lift light limit line link list
    literature living load loan local location lock log logic loop loss lot machine mail maintenance
    management manager mandate manual map margin mark market mask mass master match material matrix matter
    measure mechanism media median medicine meeting member memory mentor merger message meter method metric
    microphone middle milestone mind mission mistake mix mobility mode model module moment momentum money
    monitor mood motion motivation mould mount mouth move movement muscle narrative nature need neighbour
    nerve network news node noise norm normal note notice notion novel nudge number nurse object objective
    observation occasion offer office officer opening operation opinion opportunity option order organ
    organisation orientation origin outbreak outlet output outreach outside overhead overview owner
    ownership pace pack package page pain panel paper paradigm parent park part partner partnership party
    pass passage passport past patch path patience patient pattern pause payment peak peer performance
    period permission person perspective phase phone phrase picture piece pilot pin pipeline pitch place
    plan planning plant plate platform play player pledge plot point policy poll pool population port portal
    portfolio position post potential pound poverty power practice praise prediction preference presence
    presentation press pressure prevention price pride prime principle print priority privacy private prize
    problem procedure process produce product production profession profile profit program progress project
    promise promotion prompt proof property proportion proposal prospect protection provision proxy public
    pulse pump purchase purpose push quality quantity quarter query question queue quiet quota race radar
    radio raise random range rank rapport rate ratio reach reaction reader reading reality reason receipt
    reception recipe recipient recognition recommendation record recovery recruitment redress reference
    reflection reform refuge refusal register regression regulation reinforcement relapse relation
    relationship release relief reminder remit repair repeat replacement reply report representative request
    rescue research resilience resistance resolution resource respect respite response responsibility rest
    restraint result retention return review reward rhythm right ring risk role root rota rotation round
    route routine row rule run safety sale satisfaction scale scan scene schedule scheme school scope score
    scout screen screening script search season seat second secret section sector security selection self
    sense sensitivity sentence sequence series servant service session set setting shadow shape share shelf
    shell shelter shift shock shop shot shoulder show side sight sign signal signature significance silo
    silence simulation site situation size skill sleep slice slide slip slot snapshot society software
    solution sort sound source space span speaker specialist specification specimen speech speed spell spend
    spin spine spirit splint split sponsor sport spot spray spring sprint squad stability staff stage stake
    stand standard star start state statement station statistics status step stick stigma stock stop storage
    store story storm strain strand strategy stream stress stretch strike string structure struggle student
    studio study stuff style subject substance success suggestion suit summary summit supervision supplier
    supply support surface surge surgery surplus surprise suspension swab sweep swelling swing switch symbol
    sympathy system table tag tail talent talk tank target task taste tax team technique technology
    telephone template temple tension term terminal territory test text theme theory therapy thread threat
    threshold throat thumb ticket tide tie time tip tissue title tone tool top topic total touch tour track
    trade tradition traffic trail training transfer transformation transition transparency transport trap
    trauma travel treat treatment trend trial trigger trip trouble truth tube turn twist type union unit
    unity update uptake urgency usage use user utility vacancy validation valley value variant variation
    variety vehicle venture venue version vessel vest victim video view village violence virtual virus
    vision visit visitor vocabulary voice volume volunteer vote vulnerable wage wait walk wall ward warning
    warrant waste watch water wave way weakness wealth weapon weather web weight welcome welfare wellbeing
    wheel will win window wing wire wisdom witness word work worker workforce workload workplace workshop
    world worry worth wound writing yield youth zone
"""
