extension CommonWords {
    /// Words of French news: those that double as names with estimated figures, the others by their rank.
    static let french = WordList(
        language: "fr",
        counted: """
            été 620 14, monde 620 70, grand 420 70, place 320 22, ville 320 26, point 320 16, mars 270 9, mai 270 6
            juin 270 5, septembre 270 6, mardi 270 16, mercredi 270 16, jeudi 270 16, vendredi 270 16, juillet 260 5
            octobre 260 5, novembre 260 6, décembre 260 5, lundi 260 16, dimanche 260 18, ensemble 260 22
            gauche 260 16, centre 260 34, janvier 250 4, avril 250 5, samedi 250 16, août 240 4, justice 240 40
            droite 240 14, février 230 4, jeune 220 16, maire 190 24, juste 190 9, petit 190 22, bon 190 14
            tour 190 40, maison 190 36, sens 160 9, fort 150 14, victoire 140 16, grâce 130 22, paix 130 18
            long 120 6, liberté 110 22, haut 110 22, front 95 24, juge 90 6, gros 90 6, noir 85 20, blanc 75 24
            rouge 75 20, roi 75 22, beau 75 9, bas 75 8, pierre 75 60, marine 75 45, noël 75 70, église 75 34
            total 75 9, rassemblement 75 34, belle 75 9, amour 65 10, pape 65 22, bois 65 14, libération 65 16
            bleus 60 42, page 60 6, prince 60 24, vieux 60 9, clair 60 5, honneur 55 5, vert 55 14, roman 55 10
            soleil 55 8, vérité 50 6, hiver 45 5, printemps 45 9, espoir 45 5, verts 45 24, bleu 45 10, claire 45 20
            montagne 45 6, forêt 45 5, champ 45 5, croix 45 22, automne 40 4, courage 40 4, reine 40 14, pont 40 11
            château 40 9, tours 40 24, suisse 40 3, foi 35 4, bonheur 35 4, joie 35 3, rose 35 11, riche 35 3
            franc 35 7, lac 35 10, humanité 35 9, ciel 35 3, canal 30 14, jaune 25 4, étoile 25 7, aimé 22 5
            poisson 22 3, chevalier 22 9, rivière 22 4, lune 22 5, renaissance 22 14, prudence 20 3, patience 18 2
            gris 18 4, loup 18 6, duc 18 7, doux 18 2, express 18 6, lion 16 5, ours 16 5, cardinal 16 8, mont 16 12
            carrefour 16 9, marin 16 4, gloire 15 3, berger 14 9, marchand 14 6, évêque 14 3, fontaine 14 8
            casino 14 6, horizons 14 6, bel 14 3, guinée 14 12, charité 12 2, modeste 12 2, sage 12 2, pré 12 4
            chapelle 12 6, bourg 12 9, free 12 7, casse 12 1, olive 10 3, comte 10 5, coq 9 3, boulanger 9 4
            boucher 9 5, baron 9 6, abbé 9 4, moulin 9 4, constance 8 4, brun 8 4, marguerite 8 7, perle 8 2
            aigle 8 3, lapin 8 2, aurore 8 5, reconquête 8 4, ange 8 3, renard 7 4, désirée 6 3, taureau 6 1.5
            violette 5 3, colombe 5 2, maçon 5 2.5, valence 5 3.5, cerise 4 1.5, faucon 4 1.5, cygne 4 1.5
            meunier 4 3, charpentier 4 2, moine 4 1.2, prune 3 1.3, ambre 3 2, merle 3 2, vaillant 3 1.3
            olivier 3 2, capucine 2 1.5, chili 2 0.3
            """,
        ranked: """
            de la le et les des en un une du est pour que dans il au qui par sur pas plus a ne ce avec se son sont
            cette sa ses aux mais comme ont ou elle nous fait être on ils leur deux ces aussi après même sans tout
            selon entre lui y ans je bien ainsi dont si encore depuis où avait était président très fois peut leurs
            avoir contre nos premier faire autres ministre millions alors vous tous pays trois sous moins dit notre
            première avant toute dernier non autre notamment temps français euros gouvernement jours état cela
            toujours trop quand déjà toutes mon année ensuite mois années peu politique jour chez celui groupe
            nouveau doit vers personnes homme part entreprise aujourd'hui pendant quelques fin car dès jusqu'à
            femmes cas dire heures public eu vie donc rien afin moment nouvelle parti face suite française quatre
            plusieurs question droit national chaque soit hommes cinq ici police travail seulement enfants problème
            avaient politiques loi pouvoir femme rapport mettre lors mesures lieu marché aurait prendre ailleurs
            étaient milliards situation eux sécurité cependant celle élections sera dernière également va heure
            semaine beaucoup grande prix région soir nuit matin dollars reste population faut voir projet candidat
            mort service nombre fut chef ça aller personne soient raison conseil certains histoire équipe match
            parmi fils père mère fille famille école élus sociale social économique économie crise emploi santé
            sujet plan propos demande compte effet suis avez avons sommes peuvent doivent veut pourrait devrait
            serait seront auront mis pris dû permis donner passé donné annoncé déclaré affirmé expliqué indiqué
            assuré estimé rappelé précisé ajouté tribunal procès avocat enquête prison victimes victime attaque
            guerre armée militaires soldats forces européenne européen internationale international union américain
            américaine russe étrangers étranger frontière accord négociations réforme budget dette banque
            entreprises société sociétés salariés directeur patron responsable responsables secrétaire général
            générale député députés sénateur sénat assemblée nationale majorité opposition socialiste socialistes
            campagne vote voix résultats second deuxième troisième dix six sept huit neuf vingt trente cent mille
            kilomètres mètres minutes début milieu bout côté coup mot mots idée livre film musique télévision radio
            journal presse journalistes journaliste article photo image internet site réseau réseaux sociaux message
            lettre appel réponse décision choix chance besoin envie peur force fond forme nom titre main tête corps
            yeux cœur porte rue route train avion voiture véhicule accident feu pompiers eau terre mer air énergie
            climat environnement pétrole gaz production produits agriculture marchés hausse baisse taux croissance
            chômage impôts niveau système recherche étude université étudiants jeunes habitants commune communes
            quartier département préfet mairie zone territoire association membres organisation manifestation
            manifestants grève syndicats mouvement gens puis surtout presque environ près loin mieux mal vite tard
            tôt bientôt jamais souvent parfois vraiment pourtant malgré pourquoi comment combien quel quelle quels
            lequel laquelle auquel sauf hors durant outre quoi ceux celles mes ton votre vos moi toi soi dernières
            derniers prochain prochaine nouvelles nouveaux grands grandes petits petite possible important
            importante seul seule plein simple difficile nécessaire libre présent présente actuel publique privé
            joueur joueurs club saison victoires but points entraîneur championnat finale coupe
            """)
}
