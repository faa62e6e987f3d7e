"""Everyday words that mean something of their own in meetings."""

ROWS = r"""
    chair, chairs, chairing > ~_of_the @meeting vice_~ co-~ deputy_~ ~_person through_the_~
        the_~_(?:asked|said|will|opened|closed|thanked|welcomed|summed|reminded|has|wants|let|calls|called|
        ruled|stopped|moved|invited|explained|is_(?:away|ill|off|stepping))
        new_~_of elect* our_~_(?:asked|is|has|will|said)
        (?:to|who|will|could|can|please|be|as|our|acting|independent|lay|i)_(?:the_)?~ < deck rocking
        squeak* sofa cushion* kitchen dining garden musical electric arm* lift high wheel* barber* table*
        sit sits sat sitting seat* leg wobbl* stack* folding broke* spare plastic comfy pool
    minute > the_~_(?:of|from|for|are|were|show|say|said|record*) take_(?:the_)?~ taking_(?:the_)?~
        took_(?:the_)?~ ~_(?:secretary|taker|taking) approve* minuted circulat* draft_~ last_~ previous_~
        agree*_the_~ accurate our_~_(?:are|were) write_up read_the_~ in_the_~ meeting_~ correct*_to_the_~
        send_(?:out|round|me)?_?(?:the_)?~ < seconds hour hours
        (?:five|ten|two|three|twenty|thirty|few|couple_of|of_the_last|\d+)_(?:or_so_)?~ boil* oven wait*
        extra_~ injury late @_last_~_of_the_(?:game|match) ~_past ~_to_(?:go|spare) ~'s_silence bus
    agenda > on_(?:the|our|next|today's|this|friday's|thursday's|monday's)_(?:\w+_)?~ ~_item item*
        the_~_(?:for|is|has|was|will|runs|looks|and) meeting* circulat* draft_~ send_*_~ standing_~
        add*_to_the_~ put_* today's_~ full_~ next_~ our_~_(?:for|is) < hidden secret own_~ political evil
        (?:his|her|their|my)_~ on_my_~ woke saturday sunday weekend today_is curry
    apology > send*_(?:\w+_){0,3}~ sent_(?:\w+_){0,2}~ give_(?:\w+_){0,2}~ gave_(?:\w+_){0,2}~
        giving_(?:\w+_){0,2}~
        ~_(?:from|received|noted|have_been|to_the_chair|for_(?:absence|not_(?:being|coming|attending)|
        tomorrow|monday|tuesday|wednesday|thursday|friday|next|today's|the_(?:meeting|next|last)))
        no_~_(?:were|have) meeting* absent absence can't_(?:make|come) cannot_(?:make|come|attend) <
        no_~_for
        (?:owe|owes|owed|accept|accepted|please_accept|demand*|my|sincere|grovelling|heartfelt|sorry|
        profuse)_(?:\w+_)?~_(?:to_the_(?:cat|dog|neighbour*)|for_(?:the|my|being|all))
        sulk* typo* noise cat dog ~_to_my
    expence, travel expense, out of pocket expense > claim* reimburs* receipt* travel* train parking mileage
        paid pay ~_form ~_policy volunteer* cover* contributor* taxi < spare*_no no_~_spared at_my_~
        at_(?:his|her|their|the)_~ hang_the_~ household bill bills wedding holiday tax_return joke hall
        !home
    quorum, quorate, inquorate, terms of reference, action log, any other business, steering group, steering
        committee, advisory
        group < car wheel wedding gin beer band pub
    action plan, action point, action list < barbecue party decorat* christmas wedding garden* holiday* dog
        cat kids diet biscuit* cake moving_house weekend tidy* clear_out saturday sale* revision new_year
    ground rule < ~_of_\w+_(?:is|are) snap dating kids teenager* flatmate* house toddler lodger sleepover
        washing_up boys girls
        lodgers tv teenagers grandchildren for_the_(?:trip|house|car|weekend) washing-up dishes
    icebreaker, ice breaker > meeting* workshop* session* start* began begin* open* activity exercise
        introduc* facilitat* warm* group zoom everyone_shar* quick_~ < ship* sail* arctic antarctic* ice
        frozen greenland sea vessel polar mints speed date dating first_date chat-up penguin* northern
        baltic river canal russian
    consensus > reach* meeting* group @research @care panel experts agreement methods
        no_~_(?:on|about|yet|in) delphi decid* vote* voting statement @meeting < family house biscuit* pizza
        takeaway tea curry household kids
    vested interest, competing interest, interested party, declaration of interest > declar* @research @care
        commission* consult* panel @meeting funding < sofa buyer* car house flat
    advisory board, advisory panel, working agreement, actions arising, warm up exercise, chairman,
        chairwoman,
        chairperson > @all our_~ the_~_(?:meets|met|is|has|will|asked) <
        grandma* cats club bowls allotment* football rugby cricket golf
    conflict of interest < football referee* match bake* dentist cake* diary
    breakout room, breakout group, breakout session < prison escape
    consultation, formal consultation, public consultation > public_~ formal_~ @care closes closed respond*
        responses ~_on_the ~_(?:paper|document|period|event|responses) proposal* commission* engagement_and
        run_a_~ under_~ views service* cuts closure ~_(?:runs|ran|ends|opens|opened) anyone_can_reply until
        < beard* hair* barber* kitchen tattoo* bridal wedding planning mortgage lawyer solicitor* astrolog*
        free_~ design* makeup nail* salon bypass road bathroom dentist* vet vets parking cycle housing
        stadium
    stakeholder > @all key_~ map* engag* our_~ <
    facilitator, facilitation, facilitating > @all our_~ the_~ lead* skill* external < prison drug money drugs
    order of business, closing the loop, notes of the meeting > @meeting @care @change
"""
