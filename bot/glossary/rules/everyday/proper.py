"""Names of places, people and brands: none of them is a term that somebody mistyped."""

#: Counties, towns and rivers; countries and cities; first names; what is sold everywhere. In small letters.
NAMES = """
    aaron abdul aberdeen aberdeenshire aberystwyth abigail abingdon accrington accurist adam adelaide adele
    adidas adrian afghanistan agnes ahmed aidan airbnb aisha alamo alan albania albert aldershot aldi alex
    alexa alexander alexandra alfie algeria alice alison alnwick altrincham amanda amazon amber ambleside
    amelia amersham amina amsterdam amy andorra andover andrea andrew android angela anglesey angola angus
    anita ankara anna anne annette anthony antonia antrim antwerp arbroath archie argentina argos argyll
    armagh armenia arthur asda ashford asos athens atlanta auckland audi audrey australia austria autoglass
    aviemore aviva avon aylesbury ayr ayrshire azerbaijan babybel baghdad bahamas bahrain bakewell baltimore
    bamburgh banbury banffshire bangkok bangladesh bangor barbados barbara barbie barcelona barclays barnaby
    barnet barnsley barnstaple barratt barrow barry basel basildon basingstoke batley beatrice becky bedford
    bedfordshire beijing beirut belarus belfast belgium belgrade belinda belize ben benidorm benjamin bentley
    bergen berkshire berlin bermuda bern bernadette bernard bertie berwickshire beryl bethany betty beverley
    bexhill bicester biddulph bideford bill billy birkenhead birmingham bisto blackburn blackpool bmw bob
    bodmin bogota bolivia bologna bolton bootle bordeaux bosch bosnia boston botswana bournemouth bovril
    bracknell bradford braintree braun brazil brecon brenda brentwood brian bridgend bridget bridgwater
    bridlington brighton brisbane bristol britain brixton broadstairs bromley bromsgrove bronwen bruce bruges
    brussels bryony bucharest buckinghamshire budapest bulgaria burberry burma burnley burton bury buxton
    cadbury caernarfon caerphilly cairo caithness calais calcutta california callum calor cam camberley
    cambodia cambridge cambridgeshire camden cameron cameroon canada canberra candice canon canterbury
    caracas cardiff cardigan carl carla carlisle carmarthen carol caroline carolyn casablanca castleford
    castrol catherine cathy cecilia celia chad chanel charles charlie charlotte chatham chelmsford cheltenham
    chennai chesham cheshire chester chesterfield chicago chichester chile china chippenham chloe chorley
    chris christina christine christopher clackmannanshire clacton claire clara clare clarks cleethorpes
    cleveland clitheroe clive clwyd clyde coca colchester colgate colin cologne colombia colorado compeed
    congleton congo conrad consett constance conwy copenhagen corby cordoba corinne cornwall coventry craig
    cramlington crawley crewe croatia cromer croydon cuba cumbria cunard cynthia cyprus czechia dacia daewoo
    dagenham dairylea daisy dallas damascus damian daniel danube daphne darlington darren dartford daventry
    david dawn dean debbie debenhams deborah dee deirdre delhi deliveroo dell denbigh denise denmark dennis
    denver derby derbyshire derek derry derwent desmond detroit dettol devizes devon dewsbury diana diane
    didcot disney diss domestos dominic dominica donald doncaster donna dorchester doreen doris dorking
    dorothy dorset douglas dover dresden droitwich dubai dublin dubrovnik dudley dulux dumfries dumfriesshire
    dunbartonshire duncan dundee dunfermline dunstable duplo duracell durham dyfed dylan dyson ealing
    eastbourne eastleigh ebay ecuador edinburgh edith edmund edna edward edwin egypt eileen elaine eleanor
    elena elizabeth ella ellen ellesmere ellie elliot elsie ely emily emma enfield england epping epsom eric
    erica erin eritrea ernest esk esme essex esther estonia eswatini ethan ethiopia etsy eunice eva evan eve
    evelyn evernote evesham evie exe exeter exmouth expedia facebook falkirk falmouth fanta farah fareham
    farnborough farnham fatima felicity felix felixstowe fergus fermanagh ferrari fiat fife fiji finland
    fiona fitbit fleetwood flintshire florence florida folkestone ford forth france frances francesca francis
    frank frankfurt fred freda freddie frederick freya frome fujitsu gabon gainsborough galashiels galway
    gambia ganges gareth gary gateshead gavin gemma geneva genoa geoffrey george georgia georgina gerald
    geraldine gerard germany ghana ghent gibraltar gillette gillian gillingham gladys glamorgan glasgow
    glastonbury glenda glenn glenys gloria glossop gloucester gloucestershire godalming goodyear google
    gordon gosport graham granada grantham gravesend greece greenland greenock greenwich greggs gregory
    grenada greta grimsby guatemala gucci guernsey guildford guinea guinevere guinness guisborough guy guyana
    gwen gwent gwynedd hackney haiti halesowen halifax hamburg hamilton hampshire hannah hanoi haribo harlow
    harold harriet harrods harrogate harrow harry hartlepool harwich haslemere hassan hastings hatfield
    havana haverhill havering hayley hazel heather hebden hector heineken heinz helen helsinki helston hemel
    henley henry herbert hereford herefordshire hermes hertford hertfordshire hexham hilary hilda hinckley
    hitachi hitchin holly holyhead homebase honda honduras hoover horace horlicks horsham hotpoint hounslow
    houston hove howard huawei huddersfield hugh hugo hull humber humberside humphrey hungary huntingdon
    huntingdonshire hyundai ian ibrahim iceland ikea ilford ilfracombe ilkeston ilkley imogen imran india
    indonesia ingrid instagram intel inverness ipad iphone ipswich iran iraq ireland irene iris isaac isabel
    isabella isla islington isobel israel istanbul italy itchen ivan ivor ivy jack jackie jacob jacqueline
    jade jaguar jakarta jake jamaica james jamie jane janet janice japan jarrow jasmine jason jasper jean
    jeffrey jemima jennifer jenny jeremy jerome jersey jerusalem jessica jill joan joanna joanne jocelyn joe
    joel johannesburg john jonathan jordan joseph josephine joshua joyce judith judy julia julian julie
    juliet justin kabul karachi karen karl kate katherine kathleen kathmandu kathryn katie kazakhstan
    keighley keith kelloggs kelly kenco kendal kenilworth kennet kenneth kent kenwood kenya kerry keswick
    kettering kevin kia kidderminster kidsgrove kieran kiev kilmarnock kim kincardineshire kindle kingston
    kinross kirkcaldy kirkcudbrightshire kirsten kirsty kleenex knutsford kodak kolkata korea kosovo krakow
    kuwait kyle lagos lahore lambeth lanarkshire lancashire lancaster laos lapland latvia launceston laura
    lauren laurence lausanne leah leamington leanne leatherhead lebanon leeds leek lego leicester
    leicestershire leo leominster leon leonard leroy lerwick lesley leslie lesotho letchworth lewes lewis
    lewisham lexus leyland liam liberia libya lichfield lidl liechtenstein lilian lily lima limerick lincoln
    lincolnshire linda lindsay linkedin lionel lisa lisbon lisburn listerine lithuania liverpool livingston
    lizzie llandudno llanelli lloyd logan london londonderry longton lorna lorraine lothian loughborough
    louis louisa louise lowestoft lucas lucinda lucozade lucy ludlow luke luton luxembourg lydia lymington
    lynda lynette lynn lynx lyon macclesfield madagascar madeleine madrid magaluf maggie maidenhead maidstone
    malaga malawi malaysia malcolm maldives mali malta maltesers malvern manchester manhattan manila
    mansfield marcia marcus margaret margate maria marian marie marilyn marion marjorie marmite marrakech
    marriott marseille martha martin martina mary mastercard matalan mathilda matilda matlock matthew maud
    maureen maurice mauritius mavis max maxine maybelline mazda mcdonalds mcvities medway megan melanie
    melbourne melissa mercedes meredith merioneth mersey merseyside merthyr mexico miami michael michelin
    michelle microsoft middlesbrough middlesex midlothian milan mildred miles millicent millie minecraft
    minehead minsk miranda miriam mississippi mitsubishi mohammed moira mold moldova molly monaco mongolia
    monica monmouth montenegro montgomery montreal morag moray morecambe morgan morocco morpeth morrisons
    moscow moses motherwell motorola mozambique muhammad mumbai munich muriel murray myanmar myra myrtle
    nadia nairn nairobi namibia nandos nantwich naomi naples nashville natalie natasha nathan natwest neath
    neil nelson nene nepal nerys nestle netflix netherlands nevada neville newark newbury newcastle newhaven
    newport newquay niamh nicaragua nicholas nicola nigel niger nigeria nike nikon nile nintendo nissan nivea
    noah noel nokia nora norfolk norma norman northallerton northampton northamptonshire northumberland
    northwich norway norwich nottingham nottinghamshire nuneaton nutella oakham oban ocado okehampton oldham
    olive oliver olivia olympus oman omar oreo orkney orla ormskirk oscar oslo osman oswald oswestry ottawa
    ouse owen oxford oxfordshire oxo padstow paignton paisley pakistan palermo palestine pamela panama
    panasonic pandora panini pantene paraguay paris pat patricia patrick paul paula pauline paypal pearl
    peebles peggy pembroke penelope penny penrith penzance pepsi percy persil perth perthshire peru peter
    peterborough petersfield petra peugeot philadelphia philip philippa philippines philips phoebe phyllis
    pickering piers pinterest pisa pizzaexpress playmobil playstation plymouth poland polly pontefract
    pontypridd poole poppy porsche porto portsmouth portugal powerpoint powys prada prague prestatyn preston
    pretoria primark pringles priscilla priya prosecco prudence qatar quaker quavers quebec quentin quorn
    rachel radnor radox raj ralph ramsgate ravi rawtenstall raymond rebecca redcar redditch redhill redruth
    reginald reigate renault renfrewshire revlon reykjavik rhiannon rhine rhyl rhys ribble ribena richard
    richmond riga ripon rita robert roberta robin robyn rochdale rochester roderick rodney roger roland rolex
    rolo romania rome romford romsey ronald rosa rosalind rosamund rose rosemary rosie ross rotherham
    rotterdam rowan rowena rowntree roxburgh roy rufus rugby rugeley runcorn rupert russell russia ruth
    rutland rwanda ryan ryanair ryde rye sabrina safari sainsburys salford salisbury sally salzburg samantha
    samoa samsung samuel sandbach sandra sanjay santander santiago sarah savlon scarborough scarlett
    schweppes scotland scott scunthorpe sean seattle sebastian seine selby selina selkirk senegal sensodyne
    seoul serbia serena seth sevenoaks severn seville shanghai shannon sharon sheffield sheila shelley
    shetland shirley shrewsbury shropshire sian sidney siemens silas simon singapore siobhan sittingbourne
    skegness skipton skoda skype sleaford slough slovakia slovenia smarties snapchat snickers sofia solihull
    somalia somerset sonia sony sophia sophie southampton southend southport southwark spain spar spencer
    spey spotify sprite stacey stafford staffordshire staines stalybridge stamford stanley starbucks stella
    stephanie stephen steven stevenage stewart stirling stockholm stockport stockton stoke stour stourbridge
    stowmarket stranraer stratford strepsils stroud stuart stuttgart subaru subway sudan suffolk sunderland
    sunita superdrug surrey susan susannah sussex sutherland sutton suzanne swale swansea swatch sweden
    swindon switzerland sybil sydney sylvia syria tabitha taff taiwan tallinn tamar tamara tamsin tamworth
    tania tanya tanzania tara taunton tay tees tehran telegram telford terence teresa terry tesco tesla tess
    tetley tewkesbury texas thailand thames thelma theodore theresa thermos thetford thirsk thomas thomson
    tibet tiffany tiktok timothy timpson tina tirana tiverton toblerone toby togo tokyo tom tommy tonbridge
    tonga tony toronto torquay toshiba totnes tottenham toulouse toyota tracey trainline travelodge trent
    trevor trinidad tripadvisor tristan trowbridge truro tunisia tunstall tupperware turin turkey tweed
    twickenham twitter twix tyne tyrone uber uganda ukraine ulverston ure ursula uruguay usk utrecht
    uttoxeter uxbridge uzbekistan valencia valerie vancouver vanessa vanuatu vatican vauxhall velcro velux
    venezuela venice vera verity vernon verona veronica viagra victor victoria vienna vietnam vikram vilnius
    vimto vincent viola violet virgin virginia vivian vivien vodafone volkswagen volvo waitrose wakefield
    wales walkers wallasey walsall walter wanda warren warrington warsaw warwick warwickshire washington
    waterstones watford wayne weaver weetabix welland wellingborough wellington welwyn wembley wendy wensum
    westmorland wetherspoon weymouth wharfe whatsapp whitby whitehaven whitstable wickes wickford widnes
    wigan wigston wigtown wikipedia wilfred wilko william wilmslow wiltshire winchester windermere windolene
    windsor winifred winnipeg winston woking wokingham wolverhampton woodbridge woolworths worcester
    worcestershire workington worksop worthing wrexham wycombe wye xbox yahoo yakult yamaha yasmin yemen
    yeovil yolanda york yorkie yorkshire youtube yusuf yvette yvonne zachary zagreb zambia zanussi zara
    zimbabwe zoe zoom zurich
"""
