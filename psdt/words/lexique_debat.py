"""The words of life together and of public debate: a forum also speaks of them.

Same shape as ``psdt.words.lexique``.
"""

DEBAT: dict[str, dict[str, str]] = {
    "Économie et fiscalité": {
        "Commerce et entreprises": """
            entreprise, entrepreneur, entrepreneuriat, entreprendre, auto-entrepreneur,
            micro-entreprise, commerce, commerçant, commercial, artisan, artisanal, artisanat,
            boutique, magasin, supermarché, hypermarché, PME, TPE, économie, économique,
            industrie, industriel, industrialiser, usine, relocalisation, relocaliser,
            délocalisation, délocaliser, ~production, ~produire, start-up, ESS, économie
            sociale et solidaire, coopérative, tourisme, touriste, touristique, hôtel,
            attractivité, zone d'activité, coworking, ~innovation, croissance, concurrence,
            actionnaire, multinationale, grande distribution, clientèle, ~investissement,
            ~investir, investisseur, exportation, fabrication, made in France, création
            d'activité, création d'entreprise, reprise d'entreprise, ~indépendant, micro-crédit
            professionnel, marché public, douane, libre échange, importation, capitalisme,
            libéral, nationaliser, privatisation, monopole, ≈ Consommation et publicité
        """,
        "Consommation et publicité": """
            consommation, consommateur, consommer, publicité, publicitaire, pub, affichage,
            affiche, ~achat, acheter, obsolescence, étiquetage, étiquette, panneau
            publicitaire, marque, ~vente, ~vendre, vendeur, réparabilité, label, labelliser,
            labellisation, surconsommation, démarchage
        """,
        "Impôts et finances publiques": """
            impôt, imposition, imposable, fiscal, fiscalité, taxe, taxer, taxation, TVA, ISF,
            CSG, CICE, dépense publique, dépenses de l'État, dette publique, fraude, fraudeur,
            évasion, paradis fiscal, niche fiscale, ~finance, ~financement, héritage,
            succession, contribuable, déficit, dividende, milliardaire, ~riche, fortune,
            tranche, barème, exonération, exonérer, banque centrale, monnaie, euro, ~économies,
            ~bourse, spéculation, trésor public, taxe d'habitation, taxe foncière, redevance
        """,
    },
    "Vie sociale et locale": {
        "Lien social": """
            lien, lien social, isolement, isolé, solitude, ~seul, convivialité, convivial,
            rencontre, rencontrer, ~voisin, voisinage, ~fête, festif, bal, fête des voisins,
            café, tiers-lieu, espace de vie sociale, centre social, maison de quartier, EVS,
            entraide, s'entraider, coup de main, ~solidarité, ~solidaire, mixité, vivre
            ensemble, ~partage, ~partager, intergénérationnel, se retrouver, cohésion sociale,
            nouveaux arrivants, nouveaux habitants, fraternité, bistrot, jeux de société,
            ~animation, animateur, sortie, ~discuter, discussion, visite de convivialité,
            goûter, vie de quartier, activités collectives, sociabilité, socialisation,
            parrainage, parrain, écoute et échange, se croiser, se sentir seul, ~visiter, tissu
            social, accueillant, ludothèque, ~seule, ≈ Vie associative
        """,
        "Vie associative": """
            association, associatif, bénévole, bénévolat, engagement bénévole, adhérent, salle
            communale, salle polyvalente, salle des fêtes, maison des associations, forum des
            associations, dirigeant associatif, mécénat, ~subvention, local associatif,
            ~volontaire, volontariat
        """,
        "Culture": """
            ~culture, culturel, bibliothèque, médiathèque, musée, théâtre, théâtral, musique,
            musical, musicien, concert, spectacle, spectateur, cinéma, film, artiste,
            artistique, art, festival, exposition, fresque, livre, librairie, danse, danser,
            danseur, chant, chanter, chorale, conservatoire, opéra, orchestre, patrimoine,
            patrimonial, monument, église, château, histoire, historique, ~mémoire,
            commémoration, langue régionale, langue bretonne, création artistique, conte,
            conteur, intermittent, oeuvre, sculpture, statue, photographie, ~photo, peinture,
            peindre, kiosque, scène, street art, graff, graffiti, poésie, écrivain,
            littérature, ludique, bande dessinée, archives, restauration du patrimoine,
            archéologie, pratique artistique, atelier d'art, cirque, fanfare, droits d'auteur
        """,
        "Sport et loisirs": """
            sport, sportif, gymnase, stade, piscine, baignade, nager, natation, city-stade,
            city, football, foot, basket, tennis, ping-pong, skate, skatepark, roller, fitness,
            gym, gymnastique, musculation, yoga, loisir, vacances, vacancier, ~colonie, jeu,
            jouer, jouet, aire de jeux, randonnée, balade, promenade, se promener, pétanque,
            boulodrome, escalade, parcours de santé, activité physique, course à pied, coureur,
            rugby, handball, olympique, jeux olympiques, glisse, terrain de sport, terrain de
            jeux, multisports, agrès, ~club, compétition, athlétisme, arts martiaux, danse
            sportive, bouger, street workout, camping, jardin d'aventure
        """,
    },
    "Démocratie et institutions": {
        "Citoyenneté et participation": """
            ~citoyen, citoyenneté, civique, participation, participatif, concertation,
            démocratie, démocratique, vote, voter, votant, électeur, élection, électoral,
            référendum, référendaire, RIC, conseil municipal, conseil citoyen, conseil de
            quartier, budget participatif, consultation citoyenne, consultation, débat,
            débattre, assemblée citoyenne, pétition, tirage au sort, tirer au sort, initiative
            citoyenne, peuple, ~populaire, vote blanc, abstention, donner son avis, comité
            d'usagers, parole des habitants, co-construire, contre-pouvoir, lanceur d'alerte,
            sondage, ≈ Institutions
        """,
        "Institutions": """
            constitution, constitutionnel, président, présidence, présidentiel, gouvernement,
            gouvernemental, député, sénat, sénateur, parlement, parlementaire, ministre,
            ministère, république, républicain, mandat, cumul, cumuler, scrutin,
            proportionnelle, ~pouvoir, politicien, homme politique, parti politique, ~parti,
            lobby, lobbying, corruption, corrompu, fonctionnaire, fonction publique,
            décentralisation, conseil régional, conseil départemental, ~région, ~département,
            élu, ~maire, ~mairie, ~municipal, ENA, énarque, ~état, quinquennat, septennat,
            législatif, législature, exécutif, laïcité, laïque, religion, religieux, culte,
            ~transparence, privilège, inéligibilité, inéligible, moralisation, conflit
            d'intérêts, assemblée nationale, Conseil d'État, cour des comptes, ~institution,
            institutionnel, loi, décret, préfet, intercommunalité, métropole, ~réforme,
            ministériel, souveraineté populaire, dissolution, séparation des pouvoirs
        """,
        "Coordination des acteurs": """
            coordination, coordonner, partenaire, partenariat, partenarial, réseau d'acteurs,
            mutualiser, mutualisation, gouvernance, observatoire, interconnaissance,
            coopération, coopérer, pilotage, comité de pilotage, transversal, transversalité,
            culture commune, travailler ensemble, ~diagnostic, ~évaluation, décloisonner,
            ~lisibilité
        """,
        "Médias et information": """
            média, médiatique, presse, journaliste, journalisme, journal, radio, télévision,
            télé, audiovisuel, chaîne publique, désinformation, fausse nouvelle, magazine,
            rédaction, redevance télé, liberté d'expression, censure, censurer
        """,
    },
    "Cadre de vie": {
        "Espaces publics": """
            espace public, place publique, place du village, rue, ruelle, square, parc, banc,
            mobilier urbain, éclairage, éclairer, lampadaire, embellir, embellissement,
            aménagement, aménager, réaménager, réaménagement, urbanisme, urbain, urbanisation,
            ~ville, fontaine, toilettes publiques, poubelle, boulevard, avenue, berge, quai,
            esplanade, pont, pavé, signalétique, centre-bourg, centre bourg, ~bourg,
            centre-ville, revitalisation, revitaliser, façade, friche, paysage, paysager,
            bruit, sonore, nuisance, ~quartier, escalier, canal, propreté, ~propre, marquage au
            sol, requalification, requalifier, parvis, passerelle, tunnel, immeuble, cimetière,
            ascenseur, périphérique, ≈ Nature et jardins, ≈ Vélo et marche
        """,
        "Nature et jardins": """
            nature, ~naturel, arbre, arbuste, planter, plantation, plante, végétal,
            végétaliser, végétalisation, fleur, fleurir, fleurissement, jardin, jardinage,
            jardiner, jardinier, jardinière, jardin partagé, potager, forêt, forestier, haie,
            biodiversité, faune, flore, oiseau, insecte, abeille, ruche, verdure, ~vert,
            verdir, espace vert, fraîcheur, îlot de fraîcheur, ~sol, artificialisation, béton,
            bétonner, bétonisation, zone humide, rivière, fleuve, mer, maritime, océan,
            littoral, plage, montagne, ~bois, verger, toiture végétalisée, mur végétal,
            pelouse, serre, mare, pollinisateur
        """,
        "Services de proximité": """
            service public, services publics, service de proximité, ~proximité, bureau de
            poste, rural, ruralité, campagne, fermeture de classe, village, hameau, petites
            communes, commerce de proximité, dernier commerce, itinérance, itinérant, ambulant,
            désertification, désenclavement, désenclaver, trésorerie, distributeur de billets,
            maintien des services, éloigné, monde rural
        """,
    },
    "Environnement et énergie": {
        "Écologie et climat": """
            ~environnement, environnemental, écologie, écologique, écologiquement, écologiste,
            écolo, écosystème, climat, climatique, réchauffement, carbone, CO2, gaz à effet de
            serre, effet de serre, pollution, polluer, polluant, pollueur, dépollution,
            développement durable, ~durable, transition écologique, ~transition, planète,
            éco-responsable, écocide, bilan carbone, empreinte carbone, émission, GIEC, qualité
            de l'air, neutralité carbone, décroissance, ~vert, ≈ Énergie, ≈ Déchets et eau
        """,
        "Déchets et eau": """
            déchet, tri, trier, tri sélectif, recyclage, recycler, recyclable, recyclé,
            compost, composter, composteur, compostage, plastique, emballage, suremballage,
            vrac, zéro déchet, consigne, consigner, réemploi, réutiliser, réutilisable,
            réparer, réparation, repair café, eau, eau potable, eau du robinet, assainissement,
            inondation, sécheresse, bouteille, jetable, usage unique, ordures, déchèterie,
            décharge, incinérateur, mégot, biodéchets, nappe phréatique, récupération d'eau
        """,
        "Énergie": """
            énergie, énergétique, énergivore, précarité énergétique, chauffage, chauffer,
            isolation, isoler, isolation thermique, passoire, passoire thermique, thermique,
            électricité, électrique, gaz, fioul, chèque énergie, éco-gestes, rénovation
            énergétique, sobriété énergétique, économies d'énergie, panneau solaire, panneaux
            solaires, solaire, photovoltaïque, éolien, nucléaire, renouvelable, chaudière,
            pompe à chaleur, poêle, méthanisation, hydrogène, DPE, EDF, Linky, pétrole,
            fossile, énergies fossiles, centrale, réacteur, barrage, hydroélectrique,
            géothermie, kilowatt, électrification
        """,
        "Agriculture": """
            agriculteur, agriculture, agricole, agro-industrie, paysan, paysannerie,
            exploitation agricole, exploitant, ferme, fermier, éleveur, élevage, pesticide,
            glyphosate, PAC, semence, agroécologie, agroécologique, agroforesterie, terres
            agricoles, culture maraîchère, maraîcher, maraîchage, engrais, azote,
            phytosanitaire, pêche, pêcheur, OGM, viticulture, vigne, céréale, irrigation,
            permaculture, bétail, bio-agriculture, ≈ Nature et jardins
        """,
        "Animaux": """
            animal, animalier, chien, canin, chat, chasse, chasser, chasseur, abattoir,
            abattage, corrida, espèce, vétérinaire, faune sauvage, souffrance animale, cause
            animale, fourrure, cheval, loup, refuge animalier, SPA, zoo, maltraitance animale,
            animal de compagnie
        """,
    },
    "Sécurité, égalité et monde": {
        "Violences et égalité": """
            violence, violent, violence conjugale, violences intrafamiliales, harcèlement,
            harceler, maltraitance, agression, agresseur, viol, sexiste, sexisme, victime,
            égalité, égalitaire, inégalité, égalité femmes-hommes, égalité des chances, parité,
            discrimination, discriminer, racisme, raciste, antisémitisme, LGBT, homophobie,
            transgenre, CIDFF, ~femme, sexuel, emprise, féminicide, genre, féminisme, féminin,
            planning familial, prostitution, droits des femmes, ~vulnérable, vulnérabilité
        """,
        "Sécurité et tranquillité": """
            sécurité, sécuriser, sûreté, police, policier, police municipale, gendarmerie,
            gendarme, délinquance, délinquant, vidéosurveillance, vidéoprotection, caméra,
            incivilité, tranquillité, cambriolage, cambrioler, terrorisme, terroriste,
            attentat, forces de l'ordre, maintien de l'ordre, pompier, incendie, insécurité,
            manifestation, manifestant, criminalité, criminel, crime, radicalisation, médiation
            de rue, arnaque, escroquerie, secourisme, gestes qui sauvent, défibrillateur, ≈
            Violences et égalité, ≈ Justice et conseil juridique
        """,
        "Europe et monde": """
            armée, militaire, défense nationale, guerre, soldat, europe, européen, union
            européenne, UE, Bruxelles, international, mondial, mondialisation, ONU, OTAN,
            afrique, africain, traité, diplomatie, diplomatique, ambassade, outre-mer,
            ultramarin, francophonie, souveraineté, souverain, libre-échange, pays étranger,
            paix, Russie, Ukraine, Chine, États-Unis, États membres, aide au développement,
            coopération internationale, dissuasion, service militaire
        """,
        "Recherche et sciences": """
            recherche scientifique, chercheur, science, scientifique, spatial, espace spatial,
            satellite, technologie, technologique, laboratoire de recherche, CNRS, brevet,
            ingénieur, expérimentation scientifique, découverte
        """,
    },
}
