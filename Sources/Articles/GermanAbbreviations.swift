extension Abbreviations {
    static let german = Abbreviations(
        before: "hr hrn fr frl dr prof dres dipl ing dipl.-ing dipl.-kfm Mag priv.-doz doz rer nat med jur phil habil "
            + "hc h.c Gen Hptm Oberstlt st hl bzw ca vgl inkl exkl einschl zzgl abzgl ggf evtl bzgl sog sogen allg "
            + "insb insbes bes gem lt urspr entspr versch ehem verst verh geb gegr gest vorm verw z.b d.h u.a i.d.r "
            + "z.t z.zt z.z u.u m.e s.o s.u i.a i.v i.s.d a.d v.a bspw beispielsw d.i od resp Hrsg hg red dt frz engl "
            + "lat russ amerik franz österr schweiz südl nördl westl östl Bez Reg.-Bez Bf Hbf Ges jap poln ukr stellv "
            + "stv gen gez Tel röm kath ev evang int internat",
        within: "mio mrd tsd str Pl std Min sek chr v.chr n.chr Jh Jhd Jhdt e.v co corp inc ltd jr sr a.m a.d.s "
            + "max min Abt Inst Univ Fa Gmbh St.Gallen wg wiss tägl jährl u.s u.s.a",
        closing: "usw usf etc u.ä o.ä u.v.m u.v.a u.a.m u.dgl ff uvm o.g",
        number: "nr nrn abs art s bd bde kap abb tab ziff lit rn Jan Feb Febr Mär Mrz Apr Jun Jul Aug Sep Sept Okt Nov "
            + "Dez aufl § anm Bl Sp Z",
        openers:
            "der die das den dem des er sie es wir ich ihr ein eine einer einem einen in im am an auf aus bei beim "
            + "mit nach von vom vor zu zum zur für über unter um seit bis durch gegen ohne aber und doch denn dann "
            + "danach dort hier jetzt heute gestern morgen auch nun so wenn als weil da dass dies diese dieser dieses "
            + "diesen dabei dafür dagegen damit daraufhin darauf darum deshalb daher während trotz wegen laut viele "
            + "alle kein keine nur schon noch man was wer wie wo warum nachdem obwohl sein seine seinen seiner ihre "
            + "ihren ihrem unser unsere später inzwischen außerdem zudem allerdings jedoch trotzdem zuvor bereits "
            + "insgesamt nicht niemand alles nichts sogar zwar zugleich damals bald ja nein ob sonst weder",
        ordinals: true)

    /// The ending of street names ("Goethestr.").
    static let germanStreet = Array("str".utf8)
}
