extension CommonWords {
    /// Words of Italian news: those that double as names with estimated figures, the others by their rank.
    static let italian = WordList(
        language: "it",
        counted: """
            tempo 620 20, fatto 620 22, grande 520 32, casa 420 34, sindaco 260 22, marzo 240 4, maggio 240 5
            giugno 240 4, luglio 240 4, settembre 240 5, ottobre 240 5, dicembre 240 5, grandi 240 14, gennaio 230 5
            aprile 230 5, novembre 230 4, domenica 230 14, febbraio 220 4, agosto 220 5, forza 220 65, sabato 210 12
            venerdì 200 9, lunedì 190 9, martedì 190 9, mercoledì 190 9, giovedì 190 9, giustizia 190 40
            lungo 190 8, pace 160 26, papa 160 60, forte 160 7, campo 160 10, lega 160 95, sinistra 160 12
            destra 160 10, repubblica 160 110, vittoria 140 24, vero 140 7, stampa 140 22, libertà 130 24
            azione 130 22, chiesa 120 40, unione 120 60, giudice 110 5, chiaro 110 6, mare 110 9, fratelli 110 60
            popolo 110 16, libero 110 16, estate 90 8, verità 90 9, azzurri 90 26, rosa 90 18, stelle 90 55
            generali 90 34, amore 85 9, rosso 75 20, verde 75 18, oro 75 7, re 75 14, costa 75 30, villa 75 34
            sole 75 18, giornale 75 16, natale 75 60, speranza 65 26, giusto 65 4, bella 65 5, campi 65 8
            ponte 65 20, bianco 60 18, nero 60 12, verdi 60 38, basso 60 4, bello 60 6, buono 60 4, monte 60 32
            potenza 60 10, fermo 60 6, santo 60 32, rossi 55 36, valle 55 22, bianca 45 22, rossa 45 10, caro 45 7
            chiara 45 26, felice 45 7, monti 45 22, lago 45 16, torre 45 22, primavera 40 7, fede 40 8, onore 40 4
            gioia 40 4, fortuna 40 4, bianchi 40 26, vescovo 40 6, manifesto 40 6, poste 40 20, inverno 35 4
            autunno 35 4, viola 35 14, giallo 35 3, fiume 35 4, stella 35 14, cielo 35 3, viva 35 9, marina 34 22
            neri 28 10, argento 28 3, leone 28 17, cavallo 28 3, toro 28 16, regina 28 10, letta 28 17, fiori 28 6
            alba 28 5, angelo 26 20, pesce 25 3, cardinale 25 7, grazia 22 7, azzurro 22 5, principe 22 6
            franco 22 20, luna 22 4, lupo 20 9, fontana 20 16, benedetto 20 16, felicità 18 2, prudenza 18 1.5
            serena 18 14, orso 18 3, riva 18 5, fiore 18 4, gloria 16 7, pastore 16 4, conte 16 9, greco 16 8
            pazienza 14 2, grigio 14 2, bruno 14 12, gallo 14 10, gatto 14 3, cavaliere 14 7, rocca 14 10, rose 14 2
            vasto 14 4, mali 14 2, carità 12 2, grasso 12 8, prato 12 2, aquila 10 3, volpe 9 6, duca 9 4
            barone 9 6, grassi 9 4, serra 9 5, margherita 9 7, perla 9 2, aurora 9 7, costanza 8 5, avvenire 8 4
            agnello 7 2, marchese 7 4, ricci 6 5, messaggero 6 4, falco 5 2.5, delfino 5 2, fabbri 5 4.5
            barbieri 5 4.5, abate 5 3, gemma 5 3
            """,
        ranked: """
            di e che la il un a in per non è una con si da del i le della sono al dei come più anche lo ma nel ha
            alla se dal delle o gli su ci ed dalla sul quella questo ai nella ancora solo anni questa dopo essere
            degli hanno stato prima due quando già stata alle suo ora tutti sua contro dai molto così senza fra tra
            sulla era poi dove oggi sempre parte perché tutto presidente governo può chi anno io deve mi cui loro
            stati ieri nuovo ogni quanto tre proprio però qui bene giorni giorno mentre fare detto quello allora
            meno durante lavoro paese volta volte ministro primo persone stesso milioni ne tanto altri altro ad uno
            cosa dire lui noi fino nei nelle quale dello quindi euro ore politica stessa invece legge polizia
            secondo momento caso mondo vita uomo donna donne uomini figlio figli padre madre famiglia bambini
            giovani ragazzi città comune regione provincia italiano italiani italiana europea europeo guerra presso
            verso sotto sopra dentro fuori oltre circa quasi ormai subito adesso spesso mai forse anzi infatti
            inoltre comunque ovvero cioè tuttavia almeno appena insieme vicino lontano qualche qualcuno qualcosa
            niente nulla nessuno ciascuno molti molte molta pochi poco poca troppo tanti tante alcuni alcune vari
            diversi altre altra questi queste quelli quelle quali nostro nostra nostri vostro mio mia miei tuo suoi
            sue te me vi voi lei egli esso essa mille quattro cinque sei sette otto nove dieci venti cento miliardi
            metri chilometri minuti settimana settimane mese mesi mattina sera notte pomeriggio domani stamattina
            stanotte ultimo ultima ultimi ultime prossimo prossima nuova nuovi nuove seconda terzo terza vecchio
            giovane alto alta bassa piccolo piccola buon migliore migliori peggio meglio importante possibile
            necessario difficile facile pubblico pubblica privato sociale nazionale internazionale economica
            economico politico politici generale capo leader premier segretario direttore responsabile deputato
            senatore senato camera parlamento commissione consiglio maggioranza opposizione partito coalizione
            elezioni voto voti campagna candidato candidati referendum riforma decreto manovra bilancio tasse debito
            crescita crisi economia mercato banca banche soldi prezzo prezzi costi spesa aumento imprese impresa
            azienda aziende società lavoratori sindacati contratto occupazione produzione industria energia gas
            petrolio acqua terra aria ambiente clima incendio terremoto maltempo pioggia neve strada strade auto
            treno aereo aeroporto porto incidente feriti ferito morti morto morte vittime vittima omicidio arresto
            arrestato carabinieri indagini inchiesta procura magistrati tribunale processo avvocato sentenza carcere
            condanna accusa reato droga mafia violenza sicurezza esercito militari soldati attacco attacchi bombe
            missili terrorismo confini migranti immigrati stranieri accordo trattativa rapporti relazioni incontro
            vertice visita discorso parole parola messaggio lettera risposta domanda decisione scelta problema
            problemi soluzione progetto programma piano obiettivo risultato risultati successo motivo causa effetto
            ruolo posto punto punti fine inizio corso modo tipo numero livello sistema servizio servizi sanità
            ospedale medici medico pazienti malattia salute virus vaccino scuola scuole studenti università ricerca
            studio scienza cultura arte musica film cinema libro storia teatro televisione radio giornali
            giornalisti notizia notizie intervista foto video rete internet sito social squadra squadre partita
            partite gara calcio giocatore giocatori allenatore tecnico campionato coppa gol rigore minuto stagione
            finale tifosi stadio club mano mani occhi testa cuore corpo voce nome titolo via piazza centro zona
            quartiere cittadini abitanti popolazione gente va vanno viene vengono fa fanno sta stanno dice dicono
            spiega aggiunge afferma sottolinea vuole possono devono potrebbe sarebbe sarà saranno erano aveva
            avevano avere avuto abbiamo siamo aver venire andare dare vedere sapere mettere prendere parlare trovare
            arrivare arrivato chiede chiesto deciso messo preso visto dato
            """)
}
