extension CommonWords {
    /// Words of Polish news: those that double as names with estimated figures, the others by their rank.
    static let polish = WordList(
        language: "pl",
        counted: """
            prawo 420 110, pan 420 60, nowy 320 36, pani 240 70, stycznia 230 2, marca 230 2, maja 230 14
            czerwca 230 2, września 230 2, października 230 2, lutego 220 2, kwietnia 220 2, lipca 220 2
            sierpnia 220 2, listopada 220 2, grudnia 220 2, piątek 220 18, razem 220 22, poniedziałek 210 16
            wtorek 210 16, czwartek 210 16, środę 200 12, nowa 190 34, sobotę 180 9, niedzielę 180 9, dom 160 16
            droga 160 22, polityka 160 22, sprawiedliwości 140 75, sędzia 140 9, fakt 140 16, sprawiedliwość 130 112
            wolności 110 16, wojna 110 14, kościół 110 60, koalicja 110 48, duży 90 3, wielki 90 20, woda 90 9
            sieć 90 9, plus 90 9, prawda 75 10, zwycięstwo 75 4, trzecia 75 22, wolność 65 10, pokój 65 8
            złoty 65 9, papież 65 26, unia 65 54, środa 60 14, lato 60 9, miłość 60 10, długi 60 3, gwiazda 60 7
            pole 60 5, platforma 60 28, lewica 60 26, niedziela 55 9, szczęście 55 4, mały 55 5, most 55 6
            król 50 22, sobota 45 9, wiosna 45 18, ksiądz 45 6, wysoki 45 5, las 45 8, morze 45 6, nadzieja 40 9
            stary 40 6, mała 40 5, mocny 40 3, góra 40 9, wiatr 40 3, ogień 40 4, solidarność 40 28
            konfederacja 40 36, wyborcza 40 14, wprost 40 9, zima 35 10, czarny 35 14, młody 35 3, słońce 35 4
            rak 32 4, jesień 30 5, wiara 28 5, biały 28 12, biała 28 18, czerwony 28 8, zielony 28 5, biskup 28 6
            rzeka 28 3, niebo 28 2, zamek 28 9, kot 24 7, książę 24 9, marzec 22 2, maj 22 4, czerwiec 22 2
            październik 22 2, radość 22 2, czarna 22 8, czerwone 22 5, zieloni 22 14, królowa 22 9, kamień 22 6
            rzeczpospolita 22 18, luty 20 3, lipiec 20 2, wilk 20 8, wójt 20 3, styczeń 18 2, kwiecień 18 2
            sierpień 18 2, wrzesień 18 2, grudzień 18 2, lis 18 13, lew 18 12, księżyc 18 4, burza 18 3
            listopad 16 2, honor 16 3, sól 16 2, wyspa 16 3, brzeg 16 4, mali 16 2, duma 14 6, orzeł 14 8, koń 14 2
            mróz 14 8, niebieski 12 2, żółty 12 2, sołtys 12 3, róża 12 7, niedźwiedź 10 2, baran 10 6, dąb 10 6
            srebrny 9 2, sokół 9 6, kruk 9 6, kwiat 9 2, zając 8 5, bielik 8 7, lipa 8 4, biedronka 8 7, łódź 8 2
            różowy 7 1, wróbel 7 5, sikora 7 5.5, karp 7 3, kowal 7 5, rybak 7 5, myśliwy 7 1, kapusta 7 2.5
            sława 6 1, mądrość 6 0.6, szary 6 1.5, gołąb 6 3, kogut 6 3, bocian 6 2, żuk 6 4, krawiec 6 4
            kucharz 6 1, hrabia 6 1, rycerz 6 2, góral 6 4, brzoza 6 4, sosna 6 2, żabka 6 5, łaska 5 1.5
            kania 5 4.5, słowik 5 3, żelazo 5 1, piła 5 1.5, piekarz 4 1.5, rzeźnik 4 1.5, malina 4 1.5
            wiśnia 4 1.5, kalina 4 3, burak 4 1.3, groch 4 2, kozioł 3 1.5, szczygieł 3 2.4, młynarz 3 2, szewc 3 1
            mnich 3 0.6, śliwa 3 2, piorun 3 1, hel 3 1, cnota 2 0.3, wół 2 0.5, szczupak 2 0.6, bednarz 2 1.6
            cieśla 2 1, woźny 2 1, żary 2 1.5, czad 2 0.6
            """,
        ranked: """
            w i na z się do nie to że o jest jak za od po a przez co dla ale był tym tego już ze są ich jego tak lub
            oraz być tylko może przed roku jej było czy ma które który lat go ten była także będzie też pod która
            można jednak mu bo przy gdy nawet jeszcze ani bardzo jako wszystko teraz gdzie kiedy sobie osób przede
            między tej te mnie ja my nas bez nad u również podczas więc aby żeby by mi on ona oni im nich nim nią
            niego jeśli jeżeli choć chociaż ponieważ dlatego zatem wtedy potem następnie później wcześniej dziś
            dzisiaj wczoraj jutro obecnie zawsze nigdy często czasem właśnie prawie około ponad niemal zaledwie
            prawdopodobnie oczywiście niestety według wobec wśród poza obok wokół zamiast oprócz tu tam stąd skąd
            wszyscy wszystkich wszystkie każdy każda każdego żaden nikt nic ktoś coś ktokolwiek sam sama sami swój
            swoje swoją swoich swojego mój moja moje nasz nasze naszego wasz jaki jaka jakie taki taka takie takich
            takiego inne innych inny inna którzy których którym którego której którą kto kogo komu czego czemu tych
            temu tymi tę tą ta ci jeden jedna jedno jednego dwa dwie dwóch trzy trzech cztery pięć sześć siedem
            osiem dziewięć dziesięć sto tysięcy tysiące tys mln mld miliony milionów miliardów procent proc zł
            złotych euro dolarów rok latach lata miesięcy miesiąca tygodniu dni dzień dnia godzin godziny godz minut
            czas czasie czasu chwili moment rano wieczorem nocy pierwszy pierwsza pierwsze pierwszego drugi druga
            drugiego trzeci ostatni ostatnie ostatnich kolejny kolejne kolejnych nowe nowych nowego nowej dużo wiele
            wielu kilka kilku więcej mniej najbardziej bardziej lepiej dobrze źle łatwo trudno dobry dobra dobre zły
            duże dużych małych wielkiego polski polskie polskiego polskich polskiej rząd rządu premier premiera
            prezydent prezydenta minister ministra ministerstwo wicepremier szef szefa rzecznik rzeczniczka poseł
            posłów posłowie sejm sejmu senat senatu partia partii koalicji opozycji opozycja wybory wyborów wyborach
            kandydat kandydata głosów głosowania ustawa ustawy ustawę przepisy przepisów projekt projektu decyzja
            decyzji decyzję sąd sądu trybunał trybunału prokuratura prokuratury prokurator śledztwo sprawie sprawy
            wyrok zarzuty policja policji policjanci mężczyzna mężczyzny kobieta kobiety kobiet dzieci dziecko
            dziecka rodzina rodziny ludzi ludzie człowiek człowieka osoby osoba obywateli mieszkańców mieszkańcy
            miasto miasta mieście gmina gminy powiat województwo kraju kraj krajów państwo państwa państw świat
            świata świecie europejskiej europejska unii amerykański rosyjski rosyjskie rosyjskich ukraińskich wojny
            wojnie wojsko wojska wojskowe żołnierzy obrony bezpieczeństwa bezpieczeństwo granicy granica atak ataku
            ofiar zginęło rannych pomoc pomocy umowa umowy porozumienie spotkanie spotkania spotkaniu rozmowy rozmów
            rozmowie władze władz władza władzy polityki polityk politycy gospodarki gospodarka gospodarczej firma
            firmy firm spółka spółki bank banku rynek rynku cen ceny koszty pieniądze pieniędzy budżetu podatek
            podatku wzrost wzrostu spadek inflacja pracy praca pracę pracowników produkcji energii gazu węgla ropy
            drogi drodze samochód samochodu kierowca wypadek wypadku strażacy pożar szpital szpitala lekarz lekarze
            pacjentów zdrowia choroby szkoła szkoły uczniów nauczycieli uniwersytet studentów badania badań historii
            historia kultury film filmu książki muzyki media mediów dziennikarz dziennikarze telewizja informacji
            informacje wywiadzie sieci zdjęcia zespół zespołu mecz meczu mecze drużyna drużyny trener trenera
            zawodnik zawodników piłkarze klub klubu ligi liga sezonu sezon mistrzostw bramki punktów miejsce miejsca
            miejscu wynik wyniki powiedział powiedziała mówi mówił mówiła dodał dodała podkreślił poinformował
            poinformowała zaznaczył stwierdził ocenił uważa twierdzi zapowiedział napisał podał chce chcą musi muszą
            powinien powinno powinny mogą mógł mogło trzeba warto należy mają miał miała miało mieli będą były byli
            został została zostały zostało zostanie stał stało jestem jesteśmy zrobić robi mieć dać wziąć widzieć
            wie wiem wiadomo chodzi oznacza wynika pokazuje dotyczy znajduje część części problem problemy powodu
            wpływ celu cel sposób przypadku liczba liczby strony stronie strona grupy grupa ciągu końcu początku
            ramach zdaniem opinii stanie stan życia życie śmierci śmierć domu wody świąt kościoła
            """)
}
