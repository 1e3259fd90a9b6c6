extension Abbreviations {
    static let polish = Abbreviations(
        before: "ul al pl prof dr hab mgr inż doc red płk ppłk mjr kpt por ppor kmdr adm ks bp abp kard św śp o np "
            + "tj tzn tzw m.in zob ur zm woj pow gm wg ds dyr wicedyr przew zast kier pt ang niem łac ros "
            + "franc wł hiszp "
            + "ukr prok sędz mec nadkom podkom kom insp asp mł st sierż plut kpr szer pp p sp płd płn zach wsch dot "
            + "ww Cz Sz Ch Dz w.z p.o b ob hr jr j.w t.j t.zn t.zw n.p pod.red tzn spółdz sygn dz.u lic emer rtm ord "
            + "min.fin wiceprzew Zb Kaz Stan",
        within:
            "im sen lek tys mln mld bln os gen min sek godz proc ok o.o n.e p.n.e s.a s.c inc ltd co corp u.s "
            + "u.s.a sp.j "
            + "dn jn ozn zł gr oprac tłum",
        closing: "itd itp etc in i.in cdn jw i.t.d i.t.p tp ppkt",
        number: "nr nry str art ust pkt poz rozdz rys tab vol tel lp stycz lut mar kwiec kwiet czerw sierp wrzes wrześ "
            + "paźdz grud par zał zob.s zesz",
        unit: "r rr w ww s t m z d k",
        openers: "to ten ta te ci on ona ono oni one my ja wy w we z ze na do od po przed przy dla o u bez za pod nad "
            + "przez między wśród mimo podczas według zdaniem jak jeśli gdy kiedy ponieważ chociaż choć że aby by ale "
            + "lecz a i oraz jednak natomiast zaś więc dlatego potem później następnie wtedy teraz dziś "
            + "dzisiaj wczoraj "
            + "jutro już jeszcze tylko nawet także też również nie tak co kto gdzie dlaczego czy jego jej ich nasz "
            + "nasza nasze mój swój każdy wszyscy wszystko nikt nic wielu wiele kilka kilku część obecnie tymczasem "
            + "ponadto poza tam tu tutaj ostatnio jest był była było były jako jeden jedna dwa dwie tego tej tym tych "
            + "ich są może będzie trzeba",
        ordinals: true)
}
