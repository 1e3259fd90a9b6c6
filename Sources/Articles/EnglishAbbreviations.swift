extension Abbreviations {
    static let english = Abbreviations(
        before: "mr mrs ms mx dr prof rev fr Hon Gen Col Lt Sgt Capt Cpl Maj Adm Cmdr Brig Gov Sen Sens Rep Reps Pres "
            + "supt Det Insp Amb Atty Sec Dir Msgr messrs mme mlle sra vs v eg ie e.g i.e cf viz approx ca esp incl "
            + "c.f n.b Asst Assoc Dist Wm Chas Geo Lt.Col Maj.Gen Lt.Gen Sgt.Maj aka a.k.a",
        within: "jr sr inc ltd co corp bros llc llp plc pty dept univ assn assoc est St Ave blvd rd hwy Mt Ft Pt Sq "
            + "al ph.d m.d b.a m.a ll.b d.c u.s u.k u.n e.u u.s.a Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun esq ed "
            + "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla "
            + "Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Cal Dak Ont Que Alta Man Sask N.Y N.J N.C S.C N.M N.H R.I W.Va",
        closing: "etc a.m p.m am pm b.c a.d b.c.e c.e",
        number: "no nos pp p vol vols sec secs fig figs ch para Art Pt pt op jan feb Mar apr jun jul aug sep sept oct "
            + "nov dec Rm Apt ext tel Ex",
        openers: "the a an it he she they we i you in on at by for from with but and or so yet this that these "
            + "those there then here his her their its our my your as if when while after before since until "
            + "although though because despite during however meanwhile moreover instead later earlier now "
            + "today yesterday tomorrow what who why how where which some many most all both each every no "
            + "not nor only even still also once under over about according another one two three several "
            + "few much more between among without within through such to of last next nobody everyone "
            + "someone nothing everything perhaps yes")
}
