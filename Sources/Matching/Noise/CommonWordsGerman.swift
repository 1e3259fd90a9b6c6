extension CommonWords {
    /// Words of German news: those that double as names with estimated figures, the others by their rank.
    ///
    /// Nouns are always capitalised, so that a name that is one meets every occurrence.
    static let german = WordList(
        language: "de",
        counted: """
            Zeit 900 900, Welt 520 520, Krieg 520 520, Mittwoch 340 340, Freitag 340 340, Montag 330 330
            Dienstag 330 330, Donnerstag 330 330, März 280 280, September 280 280, Sonntag 280 280, Mai 270 270
            Juni 270 270, Oktober 270 270, November 270 270, Januar 260 260, April 260 260, Juli 260 260
            Dezember 260 260, Samstag 260 260, weiß 260 30, August 250 250, Februar 230 230, Bild 210 210
            kurz 190 40, Bürger 190 190, Kanzler 170 170, Union 170 170, lang 150 12, stark 150 10, Sieg 150 150
            Bahn 150 150, Sommer 130 130, schnell 130 6, Linke 130 118, Tor 130 130, Kraft 120 120, Frieden 110 110
            Freiheit 110 110, Grüne 110 92, Essen 110 96, groß 95 12, Richter 95 95, schwarz 90 25, rot 90 25
            alt 90 10, Liebe 85 85, Herbst 75 75, Hoffnung 75 75, König 75 75, Winter 70 70, Glück 70 70, Feld 70 70
            jung 65 14, Papst 65 65, Wald 65 65, Sonne 65 65, Freude 60 60, grün 60 14, Müller 60 60, Meister 60 60
            Lange 60 12, Spiegel 60 60, Halle 60 60, Lauf 60 42, Hof 60 60, Mark 60 60, Gut 60 40, Zimmer 55 55
            Post 55 55, Berg 50 50, Regen 50 49, blau 45 12, gold 45 42, klein 45 10, Ampel 45 45, Mut 40 40
            Wahrheit 40 40, gelb 40 8, reich 40 14, Bauer 40 40, ernst 35 12, weise 35 24, Wolf 35 35, Fischer 35 35
            Koch 35 35, Bischof 35 35, Sänger 35 35, Himmel 35 35, Fokus 35 35, silber 30 28, Kaiser 30 30
            Pfarrer 30 30, Stern 30 30, Fisch 28 28, Stein 28 28, Sturm 28 28, Münster 28 28, Baden 28 27
            Holz 28 28, Glaube 25 25, Ehre 25 25, braun 25 12, Schneider 25 25, Sein 25 22, Jäger 24 24
            Frühling 22 22, grau 22 7, Vogel 22 22, Bach 22 22, Mond 22 22, Weber 20 20, rosa 18 11, Fuchs 18 18
            Strauß 18 18, Graf 18 18, Kohl 18 18, Bär 16 16, Adler 16 16, Ritter 16 16, Engel 16 16, Treue 14 14
            Hahn 14 14, Schäfer 14 14, Bäcker 14 14, Fürst 14 14, Heil 14 13, Reiche 14 13, Herzog 13 13
            Stolz 12 12, Löwe 12 12, Kuh 12 12, Zimmermann 12 12, Becker 12 12, Rose 12 12, Apfel 12 12, Metro 12 12
            Teufel 12 12, Heide 12 12, Kleiner 12 7, Gärtner 10 10, Gnade 9 9, kluge 9 2, Hase 9 9, Bock 9 9
            Maurer 9 9, Förster 9 9, Busch 9 9, Linde 9 9, Christ 9 9, Gießen 9 1, Friede 8 8, lustig 8 1
            Hirsch 8 8, Frost 8 8, Blume 8 8, Käfer 7 7, Weiden 7 7, kühn 6 3, roth 6 6, Storch 6 6, Iris 6 6
            Falke 5 5, Schmied 5 5, Vogt 5 5, Mönch 5 5, Eiche 5 5, Pate 5 5, fromm 4 2.5, Fink 4 4, Igel 4 4
            Viola 4 4, Ochse 3 3, Specht 3 3, Lilie 3 3, Birke 3 3
            """,
        ranked: """
            der die und in den das von zu mit dem sich des auf für ist im nicht ein eine als auch es an werden aus
            er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber
            vor zur bis mehr durch man wurde sei schon wenn habe hatte wir ich kann gegen vom seine können unter
            dann ihre Jahren jetzt soll seit Jahr Prozent immer da was will beim zwei Euro wieder Millionen Menschen
            sagte dieser diese eines keine zwischen gibt ab sagt muss Uhr mir alle doch viele sehr waren ihr seiner
            worden ohne etwa dabei damit selbst weil müssen ihn denn heute ihrer sollen dort drei erst Land
            Regierung einmal Stadt würde neue anderen deutschen weiter ersten allem gegenüber ganz wegen ob neuen
            Ende während hier seinen seinem viel Präsident Polizei Tag etwas laut mal Frauen mich dies diesem Kinder
            dafür wurden steht Partei erste rund zudem bereits lassen gab nun könnte macht wollen geht kein liegt
            Unternehmen sollte würden Leben weniger wo hätte kommt wäre bisher derzeit darauf Milliarden Mann
            besonders ihren konnte Staat jedoch Frau dazu sowie Teil letzten nichts vergangenen davon je weitere ja
            kommen daran zurück mehrere jeder Berliner Weg bleibt daher deren Woche innerhalb fast Tage Minister
            wollte darf machen dagegen sogar dürfen beiden eigenen Geld darüber Thema Familie vier finden zwar
            Angaben uns fünf andere wissen nie Seite Fall Arbeit Monat ihm gehen knapp deutlich stehen Politik aller
            Freund allerdings Problem Frage Kritik Wahl Mitglieder Gericht Wochen Monaten gilt große Zahl nächsten
            ließ weit Haus nämlich hatten Bürgermeister fest wenige Stunden sieht Chef Spiel Mutter statt Ziel
            eigentlich Punkte genau gerade zuvor kam Schule Medien blieb Sprecher Bericht Vater Grund möglich
            politischen Platz Recht internationalen einige zusammen Minuten ging sondern Situation Mannschaft
            Gesellschaft Rolle Dollar Straße öffentlichen Entscheidung oft hinter Wirtschaft zunächst wichtig später
            Bund Länder Verfügung Parteien Namen dessen meisten nahm Unterstützung Schüler Verfahren Folge klar
            Markt Trainer Anfang Spieler Zukunft Angriff Beispiel Krise Bevölkerung Kunden weiterhin Gesetz sechs
            Opfer Mitarbeiter brachte stellt welche Hilfe Ergebnis Sicherheit konnten rechnet Dienst Armee
            Kommission Soldaten erklärte weltweit Preis nehmen Erfolg Kosten Plan Bedingungen Antrag Steuern Gruppe
            Hand eher Produkte Kampf Maßnahmen Verhandlungen Abend Nacht Morgen dadurch Sache Auto Projekt Wasser
            sicher hoch Druck Fragen Vertrag Untersuchung verletzt Toten Fahrer Feuerwehr Kilometer Tonnen Gemeinde
            Kirche Bank Verein Saison Team Liga Wochenende Gefahr Reihe Worte Bundesregierung Parlament Abgeordneten
            Opposition Experten Grenze Flüchtlinge Interesse Gespräch Verband Universität Studie Buch Film Musik
            Kunst Idee Form Blick Raum Körper Herz Auge Kopf Luft Licht Feuer Erde Natur Tiere Technik Energie Strom
            Wohnung Stimme Wort Tür Sprache Geschichte Kultur Bildung Zeitung Internet Verkehr Flughafen Wetter
            """)
}
