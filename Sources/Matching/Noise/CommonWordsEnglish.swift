extension CommonWords {
    /// Words of English news, counted in the training texts of NewsMTSC (193,507 words; US politics for the most part).
    ///
    /// A word that was never seen capitalised gets a hundredth of its occurrences. Rare words are estimated, and so
    /// are those whose count family names or picture credits spoil (brown, hill, image), and given names that are words
    /// (rose, jack), where the other people of that name count as well.
    static let english = WordList(
        language: "en",
        counted: """
            the 48928 4238, to 28552 310, of 23493 235, and 23084 620, a 22728 899, in 20278 1576, that 13374 264
            he 12315 2269, for 11343 475, on 9850 470, his 9839 295, said 8212 82, was 7907 79, is 7633 140
            with 7462 305, as 6821 424, president 5519 3318, has 4832 48, by 4635 186, mr 4625 4625, at 4599 357
            it 4599 817, who 4439 57, her 4227 124, from 4093 93, not 3995 109, an 3896 93, be 3762 38, have 3721 52
            she 3659 770, but 3478 1256, i 3416 3400, had 3225 32, this 3049 465, about 2977 30, after 2785 429
            him 2780 28, will 2450 72, been 2377 24, would 2294 23, more 2176 93, when 2176 398, are 2077 41
            also 2046 129, campaign 2036 52, out 1969 26, new 1860 966, or 1860 21, they 1850 248, one 1798 207
            we 1793 558, house 1778 1695, up 1742 155, what 1716 258, their 1664 36, were 1623 16, over 1607 98
            former 1597 233, state 1545 605, people 1545 67, first 1540 150, if 1524 336, which 1509 15, all 1509 88
            white 1411 1168, last 1406 114, than 1385 14, year 1349 31, time 1323 41, told 1318 13, against 1313 31
            you 1282 165, news 1266 770, during 1240 140, before 1240 103, while 1204 310, so 1183 217, our 1178 176
            some 1173 134, no 1158 160, other 1142 47, there 1101 320, like 1090 88, just 1075 98, because 1065 78
            made 1054 11, two 1044 62, into 1028 21, do 1023 16, called 1003 10, years 997 21, did 992 16
            says 961 57, percent 946 10, now 941 155, even 930 124, week 925 36, could 925 21, states 920 532
            party 904 243, national 884 388, election 873 21, can 873 31, administration 863 41, office 853 145
            support 848 16, most 842 41, presidential 842 31, back 842 47, saying 837 8.4, secretary 837 424
            should 832 41, very 817 21, senate 811 806, political 811 26, only 811 31, police 806 202
            country 806 16, them 796 8, those 786 52, its 780 10, being 754 21, any 754 31, make 749 36, say 744 10
            then 744 57, many 744 41, how 744 93, right 729 31, tuesday 723 723, work 718 7.2, get 713 67
            statement 713 7.1, public 708 36, media 698 83, bill 698 346, voters 687 31, security 682 145
            department 672 584, my 667 78, us 667 222, both 661 47, monday 661 661, leader 661 217, thursday 661 661
            way 656 6.6, including 651 6.5, under 646 41, where 646 26, government 646 21, vote 646 21
            wednesday 641 641, friday 641 641, may 640 180, professor 636 517, well 636 83, court 630 300
            since 630 36, united 625 599, think 620 6.2, law 620 67, asked 615 83, women 610 98, general 605 300
            according 599 98, day 599 83, policy 594 62, attorney 594 258, times 589 284, press 584 233
            family 584 31, much 579 10, candidate 579 5.8, officials 574 21, down 568 5.7, justice 568 279
            me 563 10, man 563 31, senator 563 300, mrs 563 563, want 558 5.6, old 558 21, part 558 5.6, long 553 26
            good 553 31, going 548 16, between 543 5.4, own 543 5.4, night 543 16, meeting 537 10, committee 537 320
            through 537 16, later 527 26, speech 527 5.3, debate 527 5.3, never 522 31, interview 517 5.2
            world 517 41, next 517 5.2, take 517 16, report 517 52, life 512 16, post 506 264, another 506 47
            didn't 501 21, sunday 496 496, morning 496 88, among 496 62, congress 496 486, took 496 5
            director 491 186, himself 491 5.2, days 491 21, race 491 21, off 486 5.2, month 486 4.9, know 486 10
            federal 486 83, great 481 57, chief 481 109, three 481 21, show 481 36, don't 475 47, came 475 4.8
            official 475 5.2, accused 475 5.2, win 470 36, added 470 4.7, go 465 5.2, group 465 41, case 465 10
            wrote 460 4.6, put 460 5.2, minister 460 212, why 455 119, here 455 140, used 450 10, whether 450 31
            tax 450 26, earlier 450 103, same 444 4.4, leaders 444 5.2, job 444 4.4, members 439 31
            comments 439 4.4, ms 439 439, special 429 83, deal 429 31, home 429 36, story 429 134, still 429 83
            working 424 4.2, health 419 31, investigation 419 16, city 413 186, term 413 10, vice 408 243
            see 408 62, making 408 10, come 403 10, today 403 129, supporters 398 21, such 398 10, governor 398 72
            though 398 88, without 393 31, clear 393 16, history 393 67, second 393 31, lead 393 21, left 393 10
            care 393 47, decision 388 21, foreign 388 57, call 382 10, help 382 21, around 382 10, several 382 47
            found 382 10, woman 377 10, got 377 10, rights 377 36, issues 377 5.2, again 377 21, remarks 372 10
            top 372 36, anti 372 47, does 372 26, north 372 362, information 367 21, won 367 3.7, these 367 62
            too 367 10, immigration 367 36, i'm 367 367, primary 367 26, recent 362 3.6, judge 362 150
            conservative 362 62, charges 362 3.6, far 362 10, likely 362 10, released 357 10, better 357 21
            saturday 357 357, already 357 3.6, military 357 10, black 351 57, run 351 3.5, attack 351 26, end 351 10
            business 346 41, might 346 5.2, believe 346 10, team 346 31, nomination 346 10, high 346 31
            past 346 3.5, really 346 10, email 341 16, money 341 16, went 341 5.2, best 341 21, point 341 5.2
            strong 341 5.2, video 336 62, place 336 5.2, every 336 36, county 336 289, questions 331 16
            evidence 331 5.2, use 331 10, calling 331 10, elected 331 3.3, announced 331 5.2, nominee 331 3.3
            south 331 295, big 326 26, others 326 26, running 326 10, things 326 10, university 326 295
            least 320 3.2, done 320 3.2, trying 320 3.2, early 320 10, speaker 320 196, charged 320 5.2
            letter 320 21, allegations 320 3.2, efforts 315 3.2, poll 315 62, four 315 26, intelligence 315 88
            your 315 16, reported 315 3.2, doing 315 10, reporters 310 3.1, power 310 16, wife 310 3.1, role 305 3
            person 305 10, school 305 67, issue 305 3, position 300 3, look 300 26, reports 300 10, staff 300 31
            economic 300 52, months 300 3, community 295 21, ago 295 2.9, fact 295 10, order 295 21, wanted 295 2.9
            emails 295 5.2, change 295 16, close 295 31, continued 295 67, nation 289 21, doesn't 289 10
            following 289 31, release 289 10, leadership 289 10, prime 289 160, personal 284 16, something 284 5.2
            am 284 26, until 284 26, stop 284 5.2, wants 284 21, having 284 10, sexual 284 16, death 284 21
            son 284 10, given 279 21, adviser 279 21, victory 279 5.2, seen 279 5.2, known 279 2.8, set 279 5.2
            service 279 57, young 279 41, associate 279 253, private 274 10, social 274 62, yet 274 83
            spoke 274 2.7, give 274 21, officer 274 47, majority 274 109, arrested 274 5.2, guilty 269 10
            november 269 269, gave 269 5.2, district 269 88, chairman 269 93, criticism 269 21, taken 269 2.7
            need 269 16, five 269 16, face 264 10, calls 264 36, ahead 264 10, name 264 5.2, weeks 264 10
            taking 264 2.6, career 264 16, fired 264 10, address 264 2.6, economy 264 16, important 264 2.6
            policies 264 5.2, behind 264 5.2, together 264 5.2, attacks 258 21, little 258 10, politics 258 31
            points 258 2.6, claims 258 16, less 258 2.6, away 258 5.2, read 258 134, hard 258 10, full 258 5.2
            defense 258 103, polls 258 2.6, july 258 258, prison 258 10, question 253 5.2, senior 253 26
            hours 253 21, served 253 2.5, despite 253 98, key 253 5.2, june 253 253, march 250 210, wasn't 248 2.5
            war 248 52, able 248 2.5, west 248 238, lot 248 5.2, talks 248 16, became 248 2.5, front 248 10
            conference 248 10, led 243 2.4, tried 243 2.4, we're 243 88, enough 243 2.4, votes 243 10
            showed 243 2.4, congressional 243 62, described 243 2.4, company 243 2.4, record 243 10, plan 243 2.4
            based 238 16, thing 238 2.4, international 238 78, tweet 238 21, tweeted 238 2.4, speaking 238 93
            must 238 26, father 238 16, mayor 238 129, few 238 2.4, nearly 238 5.2, major 238 31, comes 238 2.4
            alleged 233 5.2, fire 233 21, pay 233 2.3, received 233 2.3, book 233 5.2, executive 233 26
            appeared 233 2.3, latest 233 31, fight 233 10, continue 233 26, gun 233 2.3, children 233 5.2
            ever 227 5.2, keep 227 16, always 227 2.3, worked 227 2.3, met 227 2.3, king 227 212, union 227 171
            act 227 129, sex 227 21, talk 222 16, deputy 222 62, someone 222 10, claim 222 5.2, words 222 10
            border 222 21, center 222 103, system 222 5.2, toward 222 2.2, become 222 2.2, lost 222 5.2
            trade 222 31, held 222 10, sign 222 98, shot 222 5.2, criticized 217 2.2, supreme 217 212, bad 217 5.2
            step 217 5.2, thought 217 2.2, wall 217 124, hearing 217 2.2, future 217 5.2, late 217 36
            however 217 88, kind 217 16, member 217 2.2, real 217 5.2, possible 212 2.1, men 212 5.2, murder 212 2.1
            forward 212 2.1, whose 212 2.1, talking 212 5.2, move 212 5.2, statements 212 2.1, praised 212 2.1
            rally 212 5.2, program 212 21, visit 212 16, friend 207 10, host 207 16, potential 207 5.2
            enforcement 207 26, focus 207 5.2, small 207 5.2, message 207 2.1, leading 207 2.1, once 207 16
            wrong 207 10, husband 207 5.2, candidates 207 5.2, sent 207 2.1, line 207 21, financial 207 10
            announcement 202 2, bring 202 2, actually 202 21, lawyer 202 10, view 202 2, nothing 202 21
            plans 202 5.2, shooting 202 5.2, january 202 202, spent 202 2, needs 202 2, child 202 5.2
            lawmakers 202 10, reform 196 21, spokesman 196 5.2, counsel 196 31, mark 196 171, actions 196 2
            committed 196 2, gay 196 21, instead 196 52, assault 196 10, saw 196 2, helped 191 5.2, let 191 72
            each 191 10, class 191 21, using 191 5.2, thank 191 52, along 191 5.2, legal 191 21, free 191 21
            comment 191 1.9, different 191 5.2, matter 191 5.2, began 191 1.9, crowd 191 1.9, adding 191 1.9
            giving 191 1.9, raised 191 1.9, convention 191 47, third 191 5.2, million 191 1.9, effort 191 5.2
            april 191 191, tell 186 5.2, lives 186 10, groups 186 5.2, number 186 1.9, fellow 186 1.9
            street 186 109, expected 186 5.2, freedom 186 36, recently 181 5.2, middle 181 57, live 181 47
            agency 181 52, criminal 181 10, paid 181 5.2, head 181 1.8, hope 181 21, denied 181 1.8, everyone 181 10
            killed 181 5.2, agreed 181 1.8, action 181 5.2, prosecutors 181 52, event 176 5.2, believed 176 1.8
            process 176 1.8, response 176 5.2, true 176 21, pressure 176 1.8, reporter 176 16, force 176 31
            looking 176 26, presidency 176 1.8, illegal 176 5.2, whom 176 1.8, shows 176 5.2, legislation 176 1.8
            marriage 176 10, outside 176 10, summit 176 31, february 171 171, speak 171 5.2, tough 171 5.2
            weapons 171 1.7, offered 171 1.7, brought 171 1.7, claimed 171 1.7, interest 171 21, getting 171 5.2
            sheriff 171 119, i've 171 171, performance 171 10, exchange 171 31, winning 171 1.7, felt 171 1.7
            related 165 41, critics 165 16, play 165 41, council 165 98, final 165 1.7, current 165 16
            almost 165 16, anything 165 1.7, experience 165 1.7, across 165 1.7, voting 165 10, lady 165 31
            popular 165 10, often 165 5.2, heard 165 1.7, officers 165 1.7, students 165 10, abuse 165 5.2
            reason 160 5.2, meet 160 26, reportedly 160 5.2, senators 160 52, especially 160 1.6, confirmed 160 5.2
            agenda 160 5.2, website 160 5.2, either 160 26, ran 160 1.6, faced 160 5.2, focused 160 1.6
            turned 160 1.6, failing 160 10, agreement 160 16, repeatedly 155 5.2, standing 155 10, inside 155 31
            nuclear 155 10, knew 155 5.2, suggested 155 1.6, ambassador 155 36, aides 155 1.6, previous 155 1.6
            relationship 155 1.6, proud 155 5.2, stand 155 1.6, short 155 16, choice 155 5.2, issued 155 1.6
            publicly 155 5.2, voted 155 1.6, else 155 1.6, joined 155 10, within 155 1.6, wing 155 47
            opponent 155 1.6, countries 155 5.2, college 155 62, crisis 155 10, millions 155 10, income 155 5.2
            previously 155 1.6, pointed 150 1.5, false 150 5.2, believes 150 1.5, side 150 10, leave 150 1.5
            taxes 150 1.5, crime 150 5.2, civil 150 16, views 150 1.5, hold 150 1.5, firing 150 1.5, human 150 36
            convicted 150 1.5, racist 150 1.5, elections 150 10, can't 150 1.5, quickly 150 1.5, feel 150 5.2
            significant 150 1.5, problem 150 1.5, account 150 10, summer 150 10, immediately 150 5.2
            showing 150 1.5, weekend 150 5.2, opportunity 150 5.2, immigrants 150 1.5, reporting 150 16
            delegates 150 1.5, stage 150 1.5, seat 150 1.5, peace 150 31, foundation 145 93, friends 145 31
            seemed 145 1.4, october 145 145, body 145 5.2, guy 145 16, ground 145 5.2, pro 145 1.4, ties 145 5.2
            allowed 145 1.4, idea 145 1.4, classified 145 5.2, minority 145 103, provide 145 1.4, moment 145 5.2
            arrest 145 1.4, turn 145 5.2, course 145 1.4, noted 145 5.2, started 145 1.4, september 145 145
            concerns 145 5.2, large 145 1.4, chance 145 1.4, scandal 145 5.2, daily 145 93, jail 145 5.2
            control 145 1.4, church 145 52, violence 145 1.4, billion 145 5.2, takes 140 10, liberal 140 21
            word 140 10, return 140 1.4, sure 140 21, speaks 140 1.4, longtime 140 16, studies 140 124
            series 140 1.4, communications 140 5.2, provided 140 1.4, tweets 140 5.2, decades 140 1.4
            perhaps 140 26, allegedly 140 5.2, terms 140 1.4, particularly 140 1.4, anyone 140 5.2, soon 140 5.2
            bid 140 1.4, behavior 140 1.4, beyond 140 21, coming 140 1.4, documents 140 1.4, pushed 140 5.2
            jobs 140 21, workers 140 5.2, failed 140 1.4, self 140 1.4, activists 140 10, low 140 5.2
            opposition 140 10, push 134 1.3, serving 134 5.2, successful 134 1.3, hands 134 1.3
            conservatives 134 26, six 134 5.2, consider 134 5.2, we've 134 57, telling 134 1.3, hand 134 5.2
            corruption 134 1.3, education 134 41, considered 134 10, referring 134 5.2, willing 134 10, find 134 1.3
            delivered 134 1.3, named 134 5.2, happened 134 10, town 134 5.2, strategy 134 1.3, local 134 16
            climate 134 16, charge 134 5.2, air 134 41, testimony 134 1.3, review 134 36, independent 134 16
            victims 134 10, attacked 129 5.2, offer 129 5.2, honor 129 21, source 129 5.2, acting 129 57
            makes 129 1.3, although 129 72, firm 129 5.2, confirmation 129 1.3, december 129 129, eight 129 5.2
            sense 129 1.3, seems 129 5.2, asking 129 1.3, responded 129 1.3, expressed 129 1.3, serious 129 1.3
            elect 129 16, prepared 129 1.3, problems 129 1.3, supported 129 1.3, declared 129 1.3, further 129 10
            numbers 129 1.3, female 129 5.2, handling 129 1.3, raising 129 5.2, rather 129 10, similar 129 1.3
            seven 129 16, helping 129 1.3, network 129 16, means 129 21, thinks 129 1.3, hit 129 5.2, board 129 41
            brother 129 5.2, serve 124 1.2, noting 124 10, ability 124 1.2, supporting 124 1.2, colleagues 124 5.2
            open 124 1.2, critical 124 1.2, safe 124 21, allies 124 10, example 124 1.2, tonight 124 36
            lying 124 1.2, success 124 10, worst 124 5.2, try 124 5.2, incident 124 5.2, simply 124 5.2
            raise 124 1.2, praise 124 5.2, facing 124 1.2, compared 124 1.2, clearly 124 1.2, ask 124 10
            appeal 124 16, super 124 62, resign 124 5.2, won't 124 5.2, resignation 124 5.2, ready 124 10
            protect 124 5.2, building 124 21, filed 124 1.2, services 124 26, art 120 35, miles 120 14
            continues 119 5.2, fake 119 21, daughter 119 1.2, fighting 119 16, star 119 16, faith 119 10
            chemical 119 1.2, events 119 1.2, blame 119 1.2, start 119 5.2, seeking 119 5.2, half 119 1.2
            published 119 1.2, shortly 119 21, truth 119 10, stood 119 1.2, laws 119 1.2, refused 119 1.2
            due 119 5.2, powerful 119 5.2, thousands 119 1.2, reach 119 1.2, area 119 5.2, followed 119 1.2
            battle 119 10, television 119 16, evening 119 5.2, herself 119 1.2, faces 119 16, investigators 119 5.2
            august 119 114, result 119 1.2, central 119 41, biggest 119 5.2, signed 119 1.2, sentence 119 1.2
            spending 119 5.2, commitment 119 1.2, died 119 1.2, access 114 31, journalist 114 10, shared 114 1.1
            medical 114 5.2, citizens 114 10, counts 114 5.2, replace 114 16, born 114 21, learned 114 5.2
            multiple 114 10, lied 114 1.1, approval 114 5.2, ways 114 16, budget 114 26, server 114 1.1
            opinion 114 21, everything 114 5.2, included 114 1.1, room 114 10, movement 114 1.1, afternoon 114 1.1
            behalf 114 1.1, count 114 1.1, initially 114 5.2, congressman 114 52, pleaded 114 5.2, parents 114 5.2
            trial 114 1.1, association 114 62, families 114 10, drug 114 5.2, capital 114 36, explained 114 1.1
            christian 110 100, georgia 110 109, jersey 110 95, price 110 7, stay 109 5.2, conduct 109 1.1
            respect 109 5.2, phone 109 1.1, angry 109 1.1, influence 109 1.1, understanding 109 10, couple 109 1.1
            accusing 109 5.2, surveillance 109 5.2, transition 109 5.2, secret 109 47, amid 109 21
            background 109 5.2, challenge 109 1.1, fraud 109 1.1, concerned 109 5.2, rhetoric 109 26
            newspaper 109 1.1, radio 109 21, threat 109 5.2, cut 109 10, probe 109 10, leads 109 1.1, manager 109 10
            relations 109 1.1, quite 109 5.2, forced 109 1.1, love 109 10, understand 109 1.1, knows 109 1.1
            sentenced 109 5.2, killing 109 1.1, abortion 109 5.2, coverage 103 5.2, lack 103 5.2, lawyers 103 10
            audience 103 1, car 103 5.2, hospital 103 10, create 103 1, religious 103 10, leaving 103 1
            promised 103 1, remain 103 1, wouldn't 103 5.2, changed 103 1, credit 103 5.2, discuss 103 1
            retired 103 21, hundreds 103 21, companies 103 1, argued 103 1, coalition 103 16, talked 103 1
            polling 103 5.2, themselves 103 1, list 103 1, build 103 5.2, offering 103 1, needed 103 1
            politicians 103 1, age 103 10, allow 103 1, cause 103 5.2, threatened 103 5.2, share 103 10
            watch 103 62, veterans 103 31, energy 103 10, crimes 103 1, image 100 8, conversation 98 1, trip 98 5.2
            he'd 98 5.2, fair 98 31, admitted 98 1, finally 98 10, apologized 98 1, apology 98 16, throughout 98 16
            floor 98 1, ordered 98 1, aide 98 1, inauguration 98 16, journal 98 88, growth 98 10, records 98 1
            attempt 98 1, funding 98 1, scheduled 98 1, figure 98 1, presidents 98 21, isn't 98 5.2, holding 98 1
            online 98 1, fear 98 10, democracy 98 10, level 98 1, planned 98 21, affairs 98 36, results 98 1
            contest 98 1, development 98 21, lawsuit 98 1, sought 98 1, fully 98 1, controversy 98 5.2, main 98 16
            hasn't 98 1, yes 98 62, terrorism 98 1, red 98 16, appears 98 1, rich 98 16, global 98 5.2
            declined 98 1, mean 98 5.2, widely 98 16, resigned 98 1, fall 98 1, debt 98 16, break 98 5.2
            authorities 98 10, forces 98 5.2, attention 98 1, racial 98 5.2, sexually 98 1, environmental 98 31
            poor 98 1, kids 98 1, cuts 98 10, join 98 16, total 93 0.9, parties 93 0.9, sort 93 0.9, warning 93 5.2
            strategist 93 10, living 93 5.2, backing 93 0.9, authority 93 21, secure 93 0.9, prosecutor 93 0.9
            profile 93 5.2, kept 93 0.9, accusations 93 0.9, you're 93 5.2, begin 93 0.9, communities 93 0.9
            platform 93 5.2, backed 93 0.9, request 93 0.9, endorsed 93 0.9, analysis 93 41, candidacy 93 5.2
            interests 93 5.2, chair 93 31, establishment 93 0.9, accounts 93 0.9, detailed 93 0.9, upon 93 5.2
            pretty 93 0.9, campaigns 93 0.9, decided 93 0.9, character 93 0.9, bit 93 0.9, vowed 93 0.9
            programs 93 0.9, launched 93 0.9, base 93 16, directly 93 0.9, progressive 93 0.9, beginning 93 5.2
            remains 93 0.9, benefit 93 5.2, gender 93 52, rules 93 5.2, organization 93 21, probably 93 5.2
            responsible 93 5.2, largest 93 0.9, form 93 0.9, becoming 93 10, safety 93 21, page 90 10, fox 90 84
            fish 90 10, blue 90 25, nice 90 8, reading 90 10, target 90 8, below 88 67, east 88 72, amendment 88 52
            commission 88 26, bank 88 26, field 85 10, guardian 83 72, god 83 83, frank 83 72, research 83 26
            gold 80 18, mobile 80 14, photo 80 8, science 78 26, labor 78 31, judiciary 78 62, prize 78 36
            native 78 41, forest 75 22, queen 75 50, bear 75 18, banks 75 6, spring 75 12, hall 72 47, film 72 21
            nations 72 26, camp 72 31, management 72 36, park 72 36, affordable 72 36, watched 72 21
            assistant 72 26, rose 70 14, hill 70 45, sky 70 15, cook 70 25, prince 70 55, sun 70 25, cash 70 4
            constitution 67 57, cabinet 67 26, society 67 21, electoral 67 21, app 67 36, army 67 62, grand 67 21
            crown 67 57, nature 65 8, speed 65 5, cross 65 18, southern 62 36, appeals 62 16, internet 62 21
            videos 62 16, grant 62 21, protesters 62 16, fast 62 16, jack 60 52, drew 60 18, jordan 60 59
            split 60 3, gap 60 6, mail 60 15, cell 60 5, progress 60 4, sanctions 60 3, winter 60 10, powers 60 9
            hurt 60 1.5, images 60 3, windows 55 12, square 55 22, bridge 55 20, lake 55 38, hunter 50 28
            bishop 50 28, orange 50 22, signal 50 5, block 50 6, glass 50 9, charity 45 5, lane 45 16, chase 45 16
            chancellor 45 30, nick 45 43, bird 45 7, silver 45 14, golden 45 20, ring 45 8, express 45 20
            sharp 45 3, rush 45 8, garden 45 16, salt 45 7, moon 40 8, brown 40 6, green 40 14, grace 40 15
            honour 40 4, dawn 40 14, baker 40 25, pope 40 28, visa 40 6, waters 40 9, snow 40 9, wood 40 13
            bond 40 8, sugar 40 5, labour 40 30, click 40 4, priest 38 6, liberty 35 15, joy 35 8, crystal 35 16
            sandy 35 22, duke 35 28, dean 35 26, max 35 28, bull 35 12, pink 35 7, yellow 35 5, fields 35 5
            steel 35 6, stone 30 9, angel 30 15, amber 30 20, autumn 30 4, sue 30 8, ray 30 24, jay 30 27
            tiger 30 18, grey 30 8, polish 30 22, phoenix 30 28, rugby 30 9, subway 30 8, momentum 30 3
            sergeant 28 18, penny 28 18, robin 28 26, iron 28 8, eve 25 12, pearl 25 16, rocky 25 9, cliff 25 8
            wade 25 19, porter 25 13, pat 25 22, gene 25 14, wolf 25 12, eagle 25 14, buffalo 25 20, seal 25 8
            gray 25 12, bath 25 8, tours 25 5, shell 25 6, virgin 25 12, economist 25 9, unity 25 5, gates 25 6
            woods 25 10, castle 25 14, loan 25 3, butler 22 15, knight 22 12, clay 22 14, victor 22 18, delta 22 17
            snap 22 5, tide 22 4, boots 22 3, mirror 22 6, cruise 22 6, rivers 22 4, temple 22 10, cotton 22 7
            wells 22 7, stormy 20 3, sunny 20 4, norm 20 3, lion 20 6, purple 20 4, rice 20 3, wise 20 3
            sessions 20 2, patience 18 1, ivy 18 15, olive 18 5, ruby 18 14, heath 18 14, reed 18 14, mason 18 14
            shepherd 18 10, noble 18 6, marshal 18 9, chip 18 4, dick 18 14, buck 18 8, lance 18 14, lamb 18 9
            chad 18 17, sandwich 18 3, apple 18 3, zoom 18 5, gardens 18 8, swift 18 7, holly 16 12, potter 16 13
            pierce 16 12, mercy 15 4, lily 15 12, fisher 15 12, earl 15 11, skip 15 3, turkey 15 2.5, lens 15 2
            observer 15 7, roe 15 13, harmony 14 3, heather 14 11, carpenter 14 8, baron 14 8, rob 14 11
            carol 14 13, crane 14 7, sprint 14 3, ginger 12 3, poppy 12 5, jade 12 8, coral 12 3, glen 12 11
            dale 12 11, dot 12 2, hawk 12 5, jaguar 12 8, guinea 12 8, slack 12 2, greens 12 8, bush 12 2
            frost 12 4, coin 12 1.5, hook 12 2.5, cage 12 3, lemon 12 5, curry 12 8, pepper 12 3.5, trinity 10 9
            daisy 10 8, jasmine 10 8, monk 10 3, swan 10 5, dove 10 4, hull 10 6, amazon 10 9.5, nest 10 2
            holder 10 1, savage 10 2, cherry 10 5, destiny 9 2.5, hazel 9 7, basil 9 5, brook 9 5, panther 9 4
            cork 9 4, summers 9 2, sands 9 3, violet 8 4, iris 8 6, rosemary 8 5, archer 8 6, gardener 8 1, bud 8 4
            herb 8 3, dolphin 8 2.5, telegram 8 2, walker 8 1.5, marble 8 2, moody 8 4, marsh 8 4, bacon 8 2.5
            moss 7 4, berry 7 4, rusty 6 1.2, deacon 6 2, kitty 6 4, earnest 6 1, sage 6 3, raven 6 4, scarlet 6 3
            meta 6 2, alphabet 6 1, discord 6 1, hardy 6 2, crow 6 3, doe 6 4, dusty 5 1, melody 5 1, finch 5 4
            puma 5 3, beetle 5 1.5, oracle 5 2, prudence 4 1, serenity 4 1, stripe 4 1, caterpillar 4 1.5
            pence 4 0.2, peel 4 1, fry 4 2, peach 4 1, spears 4 1, china 3 0.3, plum 3 0.7, opal 2 1, parson 2 1
            flake 2 0.3, constance 1.5 1.2
            """)
}
