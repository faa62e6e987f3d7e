"""Words of home and leisure: beside them an everyday word is hardly ever a term."""

#: In small letters, `_` for a space or a hyphen; a plural may follow each.
WORDS = """
    a_level abroad accordion acorn actor actress aeroplane aest aga airbed airbnb airer airfare airline
    airport airship airstrip aisle album aldi ale algebra alien allotment alpaca alphabet alps alsatian amazon
    ambassador amp amsterdam anagram andalusia angling anniversary anorak antique aphid apple apron aquarium
    archery arctic argos armband armchair arsenal art_class artist asda ashtray assembly_hall asteroid
    astronaut athens athletics atlantic attic aubergine auction aunt auntie australia austria autumn avatar
    avocado award azalea baby babysat babysitter babysitting backgammon backpack backpacker backpacking bacon
    badminton bafta bagel bagpipes bails bake bake_off baked baker bakery baking baking_tin bali ball ballet
    ballgown balloon ballroom balsamic bamboo banana band bangkok banjo banoffee bap barbecue barber barcelona
    bargain_bin barge barking barley barmaid barn barrister basket basset bassline bassoon bat bath
    bathing_suit bathrobe bathroom bathtub baton batsman bavaria bbc bbc1 bbc2 beach bead beagle bean beanie
    beard beatles bedding bedroom bedsheet bedside bedtime bee beef beehive beekeeper beer begonia belgium
    belt_buckle benidorm beret berlin bicycle bike bikini bin bin_lid bingo birdbath birdcage birdfeeder
    birdwatching birthday biscuit bistro black_friday blackbird blackboard blackjack blanket blazer bleach
    blender blizzard blockbuster blossom blouse bluebell blueberry blues blustery board_game boarding_pass
    boat bobble_hat bognor boiler bolognese bolt bone_china bonfire bonfire_night bonnet bookcase bookshelf
    boot boules bouncer bouncy bouncy_castle bouquet boutique bow_tie bowl bowler bowtie box_set boxer boxing
    boxset boyfriend bra bracelet bran brass brazil bread breakfast breeze brewery brexit brick bride
    bridegroom bridesmaid bridge_club brie briefs brisket broadband broadchurch broccoli brooch broom broth
    brownie brunch bst bubble_bath bucket budapest budgie buffet bulb bulgaria bulldog bullseye bumper bun
    bungalow bunk bunkbed bunny bunting burger burglar burglary burrito bus buses busker busking butcher
    butter buttercream buttercup cabaret cabbage cactus caddie cafe cage cake calendar camembert camera
    campervan campfire camping campsite canal canary candle candle_making candlestick candyfloss cannon canoe
    canoeing car_boot car_wash caramel caravan caravanning carburettor cardigan caribbean carnival carols
    carpet carrot cartoon cashew cashier casserole cassette castanets castle castle_walls cat cathedral catnip
    catsuit cattery cattle cauliflower cbeebies cctv cctv_footage ceiling celebrity celery cellar cellist
    cello ceramics cereal cet chalk champagne champions_league chandelier chapel charger charity_shop chassis
    checkers checkout_till cheddar cheerleader cheese chef cherry chess chess_club chicken chihuahua chile
    chilli chilly chimney chinchilla chip chives chocolate choir chopping_board chorus christening
    christmas_tree chrysanthemum church chutney ciabatta cider cinema cinnamon circus cistern clarinet
    classical_music classmate classroom clearance_rail clematis clementine cliffhanger climbing climbing_wall
    clog clothesline cloudy cluedo clutch coach coach_trip coaster coastguard coat cobweb cockapoo cockatoo
    cockerel cockpit cocktail coconut coffee coin colander coleslaw collage collar collie columbo
    combine_harvester comedian comedy comet commercial_break compost compost_heap concert concerto
    conductor_baton conifer conker conservatory console convertible cook cooker cookery cookie copper cordial
    corfu coriander corkscrew corner_shop cornflakes coronation coronation_street corset costa cosy cot
    cottage coupon courgette courtroom couscous cousin cow cowboy cowshed crab cracker cracker_jokes cradle
    craft_fair cranberry crayon cream crete crew cricket crisp croatia crochet crocheted crockery crocus
    croissant croquet croquette crossbar crossword crufts cruise cruise_ship crumble crumpet cuba cuckoo
    cucumber cuddle cue_ball cufflink cummerbund cup_final cupboard cupcake curling curry curtain cushion
    custard custardy customs cutlery cycling cyclist cymbal cyprus dachshund daffodil dahlia dalek dalmatian
    dance dancer dancing dandelion dart darts_board dashboard dating daughter_in_law day_trip decking denim
    dentures department_store derby derby_day dessert detective detention dice diesel dinghy dinner dinosaur
    disco dishcloth dishes dishwasher disney disneyland diving dj djembe doctor_who documentary dodgeball dog
    dog_walker doll dominoes dominos donkey doorbell doormat doorstep dough doughnut downpour downton dragon
    drainpipe drama drawing_pin dress dressing_gown dribble drizzle drizzly drone drought drum drummer
    drumming dubai dublin duchess duck duet duke dumbbell dumpling dungarees dungeon dungeon_master dustbin
    duster dustpan duty_free duvet earmuffs earring eastenders easter easter_egg easyjet ebay eclair edt egg
    egypt eiffel_tower election elephant elf embroidery emmerdale encore engine engineer equestrian escalator
    escape_room espadrille espresso estate_agent eurostar eurovision everest ex_boyfriend ex_husband ex_wife
    exhaust exhaust_pipe extractor eyeliner eyeshadow f1 fabric facebook facial_mask fairground fairy fajita
    falafel fan_club fancy_dress farmer_market farmyard faucet felt_tip fence fencing fern ferret ferry
    fertiliser festival festival_ticket feta fete fiance fiancee fiddle fiddler fiesta finale finish_line
    fireplace fireside firework fireworks_night fish fish_tank fishbowl fishcake fishing fishing_rod
    fixture_list fjord flan flannel flapjack flat flatmate flautist fleece flight flip_flop flock floorboard
    florida flour flower flowerpot flute fly foal fog foggy folk_song fondue football footballer ford
    forecourt forehand forest formula fortnite fox foxglove france free_kick freezer fridge fringe frisbee
    frock frog frost frosty fruit frying frying_pan fuchsia fudge funeral funfair furniture fuse_box futsal
    galaxy gale gallery game_boy gamer gaming gangster garage garden gardener gardening garlic gate gatwick
    gazebo gcse gearbox gearstick gelato geography geranium gerbil germany gherkin ghost gibraltar gift_wrap
    gig gilet gin giraffe girlfriend glacier glamping glastonbury glider glitter glove gluten gmt gnocchi
    gnome goalie goalkeeper goat goblin godfather godmother gogglebox goldfish golf gooey goose gooseberry
    graffiti gran grand_canyon grand_prix grandad grandchild grandchildren granddad granddaughter grandfather
    grandma grandmother grandpa grandparent grandson granny granola grapefruit grapes grass gravy gravy_boat
    greece greenfly greengrocer greenhouse greggs greyhound grill grocer groceries groomer grout guinea
    guinea_pig guitar guitarist guppy gutter guttering gym gymnast gymnastics haggis haggling hailstones hair
    hairband haircut hairdresser hairdryer hairnet hairspray half_marathon half_time halloumi halloween
    hallway ham hammer hammock hamster handbag handkerchief harbour harmonica harp hat hat_trick hatchback
    hawaii hay haystack hazelnut hbo headboard headlight headliner headmaster headscarf headteacher hearth
    heathrow heatwave heavy_metal heavy_rain hedge hedgehog heels heist hellebore helmet hem hen hen_house
    hen_party herb high_heels high_street highwayman hike hiker hiking hillwalking himalayas hinge hip_hop
    hitchhike hitchhiking hive hob hockey hogmanay holidays hollyhock hollywood honey honeymoon honeymooners
    honeysuckle hong_kong hoodie hoover hoovering hopscotch horse horticulture hosepipe hosiery hostel hotel
    hotpot houmous hound hoverfly hubcap hulu humid hummus hurricane hutch hyacinth hydrangea hymn ice_cream
    icecream iceland icicle icing igloo iguana ikea infants insta instagram iphone ironing ironing_board
    ironmonger italy itinerary itv jacket jacket_potato jackpot jam jamaica japan jar javelin jazz jealous
    jeans jelly jenga jerky jersey jet_lag jet_lagged jetlag jewellery jewellery_making jigsaw jockey jodhpurs
    jog jogger jogging john_lewis jousting joystick jubilee judo jug juice jumble_sale jumper jury kale
    karaoke karaoke_night karate kart kayak kebab kennel kenya ketchup kettle keyboard keyring kibble kick_off
    kickabout kickboxing kilt kimono kindergarten king kitchen kitchenette kite kitten kiwi knickers knighted
    knights knit knitted knitting knitwear koi korma labrador lace lacrosse ladder ladle lager lagoon lakers
    lamb lambing lamp lampshade landlady landlord lanzarote laptop larder las_vegas lasagne latte laundrette
    laundry lavender lawn lawn_bowls lawnmower lay_by leash leather leek leggings lego lego_set lemon lentil
    leotard letterbox lettuce lidl lifeboat lifeguard lightbulb lighthouse lightning lilac lime limo linen
    linesman lingerie linguine lino lion lipstick liquorice lisbon litter_tray llama loafers lobster lodger
    loft lollipop lollipop_lady lolly long_jump loo lorry lorry_driver los_angeles lottery lotto lounge
    love_island loyalty_card luggage lullaby lunchbox lurcher lute luton lyric macaroni macrame madrid maestro
    magician majorca mall mallorca malta mandolin mane mango manicure mantelpiece maraca marathon marbella
    margarine marigold market_stall marmalade marmite marrakesh marriage marrow marshmallow marzipan mascara
    mash masterchef matalan matchstick maths matinee mattress mauritius mayo mayonnaise meadow meat medal
    medieval mediterranean melody melon menorca meow meringue mermaid merry metal_detector mexico miami
    mic_stand microphones microwave milan mild_spell milk milking mince minecraft mini_cooper minibus
    miniseries minister miss_marple mist mistletoe mittens moat mobile mocha moisturiser mole monaco mongrel
    monopoly moon mop moped morocco morrisons morse_code mortgage moss motel mother_in_law motogp motor_home
    motorbike motorcycle motorway motown mouldy mountaineering mouse movie mower mowing mozzarella muffin mug
    mulch munich murder museum mushroom musical musical_theatre musician mussel mustard naan nail nail_polish
    nan nana nanny nap naples napping narrowboat nasturtium nativity nativity_play nba necklace neighbour
    nephew netball netflix nettle new_year_eve new_york new_zealand newsagent newspaper newsreader newt nfl
    niece nightclub nightdress nightie nightlight nintendo noodle norfolk_broads norway novelist number_plate
    nursery nutmeg oak oat oatcake oboe ocado offside ogre olive olympic omelette onion opera orchestra orchid
    oregano organist orient_express origami oslo oven oven_glove overalls overcast overcoat owl own_goal
    pacman paddleboard paddock padlock paella paint paint_brush painted painting pakora palace panama_hat
    pancake panini pansy panto pantomime pantry paprika parachute parade parcel parkrun parliament parmesan
    parrot parsley parsnip parties party party_hat passport pasta pastie pastry pasty patchwork pate patio
    pavement paw pdt pe_kit pea peach peacock peaky_blinders peanut pear peat pedal pedicure pedigree peg
    peg_bag peloton penalties penalty pencil_case penguin pennine peony pepperoni percussion perfume peru
    pesto pet petal petrol petticoat petunia photography pianist piano piccolo pickle picnic pie pier pig
    pigeon piglet pigsty pilau pillow pillow_fight pinata pinball pineapple pint pirate pistachio pitch pixar
    pizza plaice plane planet_earth plasterboard playground playlist playoffs playstation playtime plimsolls
    plot ploughed plughole plum plumber podcast poem poirot pokemon poker poker_night poland pole_vault polo
    polo_neck polytunnel poncho pond pontoon pony pooch poodle popcorn poppadom porch pork porridge portugal
    pot_plant potato potatoes potholes potholing pottery pottery_wheel potting poundland prague pram prawn
    prefect premier_league premiere prequel president pretzel primark primary_school prime_minister primetime
    primrose printer pro_am prom_dress proposal_of_marriage prosecco pruning pst pta pub pudding puddle pug
    pullover pumpkin puncture punk puppies puppy pushchair pyjamas pyrenees quarterback quartet queen quiche
    quilt quilted quiz quizmaster quizzes rabbit racket radiator radio radish raffle railcard railway rain
    rainbow raincoat rainfall raining rainy raisin rake rambling rapper raspberry rat rave ravioli
    reading_book reality_show reception_class recipes record_player recycling_bin referee reggae reindeer
    relay_race relish rematch remote renault rerun restaurant retriever rhododendron rhubarb ribbon rice
    risotto roast roast_dinner robber robbery robin rock_band rock_star rockery rocket rollercoaster
    rolling_pin roman_fort rome roof roof_rack roost roses rottweiler roundabout rounders rounders_bat
    route_66 rover rowing royal rubik_cube rucksack rug rugby ruler rum runway ryanair saddle sahara sail
    sailboat sailing sailor sainsbury salad salami salmon salon salsa salted samosa san_francisco sandals
    sandcastle sandwich sandwiches santa sapling sardinia sari sarong sat_nav satchel satnav satsuma sauce
    saucepan saucer sausage saxophone scallop scampi scarecrow scarf scenery school_run school_uniform
    schoolbag schoolboy schoolgirl scissors scone scooter scout scrabble scrapbook scratching_post screenplay
    screwdriver scrum sea seagull seasick seaside seatbelt seaweed secateurs secondary_school seedling sega
    selfie semi_final semifinal sequel sequin setlist sewing sewing_machine shampoo shark shave shaved shaver
    shaving shawl shed sheep sheep_dog sheepdog sheet_music shepherd sherbet sherlock sherry ship shirt shoe
    shoelace shop shopkeeper shopper shopping shortbread shorts shot_put shower showjumping shrub shuttlecock
    siamese sibling sicily sideboard sightseeing sightseer signal_box silage silverstone sing_along singalong
    singer singing sink sitcom sixth_form skateboard skating ski ski_lift ski_slope skiing skirt skirting
    skittles skoda skye skylight sledge sleep_over sleeping_bag sleepover sleet sleeve sleigh sleuth slippers
    slot_machine slug slush smoothie snack snail snake sneakers snooker snore snoring snorkel snorkelling snow
    snow_globe snowboard snowdrop snowfall snowflake snowing snowman soap soap_opera sock sofa softball soil
    solitaire solo soloist song songwriter soprano sorbet soundtrack soup sourdough souvenir soy spa spaceship
    spade spaghetti spain spaniel spanner spark_plug spatula speed_camera speedboat spelling_test spider
    spinach spinning_top sponge_cake spoon sports_day spotify spotify_playlist spotlight spouse spring_clean
    spring_roll sprinkles sprinter sprout squall squash squirrel sri_lanka stable_yard stables stadium stag_do
    stag_night stage_left stairs_carpet stamp_collection stamps stansted star_trek star_wars starbucks steak
    steam_train steamed steering_wheel stepdaughter stepson stew stick_insect sticker stiletto stilton
    stitching stocking_filler stockings storm stormy stout stradivarius strawberry striker strimmer
    string_quartet strudel stuntman submarine sudoku suitcase sultana summer_fair sunbed sunburn sunday
    sunflower sunglasses sunhat sunny sunrise sunscreen sunset sunshine suntan supermarket surfing sushi
    suspenders sweater sweden sweet_pea sweets swim swimmer swimming swimsuit swing switch_console switzerland
    sword sydney symphony syrup tabby tablecloth tablespoon tacos tadpole taekwondo tail_wagging tailgate
    tailor takeaway tambourine tangerine tango tap tap_water tapas tapestry tart tartare tattoo taxi_driver
    tea tea_towel teacher teacup team_mate teapot teaspoon teatowel teddy telescope television telly
    telly_licence tenerife tennis tenor tent tequila terrapin terrier tesco tetris thailand thaw theatre
    thermos thermostat thief thieves thriller thunder thunderstorm thyme tiara tie_break tie_dye tiebreak
    tiger tights tiktok tiles till_receipt time_difference time_zone times_table timezone timpani tin_opener
    tinder tins tinsel tiramisu toast toaster toddler toffee toilet_roll tokyo tomato tomatoes tombola
    toothbrush toothpaste top_trumps topsoil torch tornado tortoise tourist tournament tow_bar towel towpath
    toy toyota tracksuit tractor traffic_jam traffic_light trainers tram trampoline trampolining treacle
    treadmill treasure treasure_hunt trek trekking trellis triathlon trifle trilby trivial_pursuit trombone
    trophy trouser trout trowel truck truffle trumpet try_line tuck_shop tudor tug tug_boat tuk_tuk tulip
    tumble_dryer tuna tunisia tupperware turf turkey turkish turnip turntable tuscany tutu tuxedo tv twins
    typhoon tyre ufo ukulele ulez umbrella umpire unbeaten uncle underpants undies unicorn unicycle utc vacuum
    vacuuming valentine vampire van vanilla vase vauxhall veg veg_patch vegan vegetable veil velcro velodrome
    venice veranda verbena vest veterinary vicar vietnam vikings villa vindaloo vinegar vinyl violin violinist
    visa vodka volcano volkswagen volleyball vote_tory waffle waistcoat waiter waitress waitrose walking_boots
    walkover wallpaper wallpapered walnut waltz wardrobe warhammer washing_line washing_machine washing_up
    wasp watercress watermelon watermill weather weatherman wedding wedding_dress weeding weeds weepie
    weightlifting wellies wellingtons wembley wetsuit whale whatsapp wheat_field wheelbarrow wheelie_bin
    whippet whisk whiskers whisky whittling whodunnit wi_fi wicket wifi wig wii wildflower wilko willow
    wimbledon windcheater windmill window_shopping windowsill windscreen windscreen_wiper windy wine
    wing_mirror winger wisteria witch wizard wok wolf wood_turning wool woolly wordle workbench world_cup
    wrestling x_factor xbox xmas xylophone yacht yarn yeast yellow_card yellowstone yew yo_yo yoda yoga
    yoghurt yorkshire_pudding youtube yoyo yurt zebra zelda zip zip_line zipper zombie zoo zumba
"""
