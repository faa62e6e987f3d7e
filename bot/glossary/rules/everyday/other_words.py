"""Everyday words that look or sound like terms: who types one of them means it, and mistyped nothing."""

#: In small letters, beside those in `common` and `home`.
WORDS = """
    adaptor addiction admit adopt adoptive annotation anticipation apologise ardent arrogant articulate
    attitude auction auditorium autumn awaiting awesome backlash bakery balance balcony baptism barber
    bargain barge barker barley barn baron barrel barren barrow baseball basement basin basket bass bassoon
    bathe battery bearer berry biased biscuit blend blending blinking blonde bloomer boulder bounder bowling
    brazier breeder broken bromide builder bundle burglar bury butter buyer byes cafe calendar camper cancel
    cancellation candle capable caper carol carpenter carpet carry cart carver cashier cater census ceramic
    chain champagne chant chapel chapter cheer cherish chew choir chore circus cohesion collision colony
    combination comedian comedy comfort comical compass compassion composer compost computer concert concrete
    conductor conference confetti confidant confine confirm confuse congratulation conifer conjuror connect
    conqueror conservation conservatory considerate consist console constable constant consul consultant
    consume contain contempt content contest contestant continent contour contraband contraction contractor
    contradict contrast contrite convent convert convict cooking copper coral corner correct correlation
    corridor cosine cottage courier cradle crater creature critic crocodile curator cure curio curious curry
    curve cushion customer dart dash date deduction deliver denial deputy desert dessert detain detergent
    determination devotion diagonal diagonals diagram dial dialect dialogue dinosaur dirty discrimination
    disinfectant distraction dither ditto diverse divide donation door dormouse dose doughnut drama draught
    dread dream drought duet duty easel eclipse eddy edit editor elevator emotion encasement encouragement
    enforcement engineer enlargement entertainment entrance envelope escalation essence estimation eviction
    evolution exit expanse expensive exploration fable faculty fascia felicity fender fertility fiddle fidget
    filter flair flame flamingo flannel flash flask flavour floor flour flower flute formation fortune
    foundry fraction fragrant framed futility fuzzy gadget gallery gander garage garden garment gate
    gatecrasher gauntlet gazette generator gift girl girth goat goose gouge government gown grape gravy great
    grout guardian guest guitar gutter habitat hairline handover hassle headline heather helium henna
    hilarity history homework honey honorary hospice hostile hypnosis hypothermia icebox icing imagination
    imagine immune impale impasse improve inaccessible inflation inhibition inside insulation interception
    interior intersection invasion invention invoice iron italic jacket jaguar jogger jolly kettle keyboard
    kitchen knuckle ladder lantern laundry leather lemonade lettuce library lighthouse lizard locket lottery
    lumber machine magazine magic mandolin marble margin mariner marmalade mascara maths mattress meander
    mechanic medal meddle megaphone melon menu meringue message metal meter mighty millionaire mimic mince
    minor mint minuet mirror mitre mixture moat modern monarch monster mortar motor motorbike mountain museum
    mustard mutter mutual mystery napkin nectar needle nephew nettle notion novel oasis obelisk octopus odd
    olive opera optics option orchard ordeal orphan orthodox osprey ostrich outback outcast outcry outfit
    outing outlaw outpost oval oven oyster package paddock padlock painter palace pantry paper parachute
    parade paradise parrot participle particle pasture patience pebble pedal pelican pension pepper perfume
    perspiration petrol phantom phoenix photograph physics piano pickle pigeon pillow pirate placard placenta
    plaster plastic platform playbook poet poetry polish pond portal postman potato pottery powder pram
    prediction prefab prefabrication prevention printer probation procession proctor programmer projector
    promenade pronoun prototype provide provincial provoke prowler prune pudding pumpkin puppet purple puzzle
    pyramid quadrant quail quarrel quarry quarter queen quench quest questioner quick quilt quota rabbit
    raccoon radish raffle railway readability rebuttal recital recreation refer referee referendum refinery
    reflection regret regular reliable religion remedy rental repel repetition reptile restaurant revelation
    reversal revolution rhapsody rhubarb ribbon riddle rocket romance rotation royalty rubber ruler saddle
    safari safeguard saffron sailor salad salmon salvation sampler sandal sapling satire satisfaction
    saturday sauce sauna saver savour savoury scalp scandal scarlet scenario sciatic scissors scooter
    seashore separation sequence sequin serenade serve server settee sever several shampoo shower sierra
    silver simple simpler sister situation skeleton slipper snooker soldier sorcery spatula special spinach
    spirit sponge spray spreadsheet sprinkler sprout stallion stammer station statue steakhouse stew
    stockholder strawberry stripe substance suburb suffer suitcase sunset supple supplement surf surface
    surly surplus surround surveyor survival survive survivor suspense sustenance swallow sword syllable
    symphony table tailor tamper tangent tantrum tapestry tartan teacher teapot temper tempest tempo tempter
    tenant tenderloin tendon tenor tension tentacle terror texture theatre theme thermal thistle thrust
    thunder ticket tidal timber tinder tissue toaster toolbar tornado tortoise totem toucan tourist towel
    trace tractor trader traffic trailer trance transaction transit translate trapeze treasure tribe tricycle
    trident trifle trio tripod trolley trouser trump trumpet truss trusty truth tunnel turbine turtle twist
    umbrella uncle unicorn uniform unity update upgrade uptight vacation vacuum valet valiant valid valley
    valuation vampire vanilla vapour variety varnish vegetable velvet vendor verandah verb viable vicar
    vigilant village vinegar violet viper virtue visible vitality voucher voyage waffle wagon waistcoat
    wallet walnut wardrobe warrior wealthy weasel weather wedding weekend wheelbarrow whisper willow window
    winter wizard wonder woodland wrapper yacht yellow yoghurt zebra zipper
"""
