"""The words of social action, by concept: what the suggested themes are named after.

Family → concept → words and phrases, separated by commas. A word after ``~`` says for whom
or how much rather than what: it counts half. After ``≈`` stands a concept that people often
put in the same theme. Titles are shown as they are.
"""

from psdt.words.lexique_debat import DEBAT

SOCIAL: dict[str, dict[str, str]] = {
    "Petite enfance, familles et jeunesse": {
        "Petite enfance": """
            crèche, micro-crèche, multi-accueil, halte-garderie, garderie, garde d'enfants,
            mode de garde, solution de garde, place en crèche, mode d'accueil, accueil du jeune
            enfant, assistante maternelle, assmat, nounou, nourrice, RPE, relais petite
            enfance, petite enfance, bébé, nourrisson, jeune enfant, puériculture,
            puéricultrice, PMI, maternité, naissance, grossesse, enceinte, périnatal,
            périnatalité, prénatal, accoucher, accouchement, allaitement, biberon, poussette,
            berceau, 1000 premiers jours, mille premiers jours, baby-sitting, baby-sitter,
            faire garder, halte-jeux, jardin d'enfants, éveil, ≈ Parents et familles
        """,
        "Parents et familles": """
            ~parent, parental, parentalité, coparentalité, ~famille, familial, ~père, ~mère,
            ~papa, ~maman, couple, conjoint, ~mari, épouse, mariage, marié, séparation, séparé,
            divorce, monoparental, ~solo, fratrie, médiation familiale, LAEP, REAAP, pension
            alimentaire, grands-parents, grand-mère, grand-père, petits-enfants, adoption,
            droit de visite, protection de l'enfance, ASE, ~placé, ~placement, famille
            d'accueil, assistant familial, aide éducative, homoparental, belle-famille, congé
            parental, vie de famille, éducation des enfants, école des parents, soutien à la
            parentalité, lieu d'accueil enfants-parents, point rencontre
        """,
        "Enfance et école": """
            ~enfant, enfance, gosse, gamin, école, écolier, élève, scolaire, scolarité,
            scolariser, scolarisation, ~classe, cantine, périscolaire, extrascolaire, centre de
            loisirs, centre aéré, accueil de loisirs, ALSH, ~mercredi, devoirs, aide aux
            devoirs, soutien scolaire, enseignant, enseignement, enseigner, professeur, prof,
            instituteur, école maternelle, primaire, élémentaire, collège, collégien, lycée,
            lycéen, éducation, éducatif, éducateur, pédagogie, pédagogique, décrochage,
            rentrée, ATSEM, récréation, internat, réussite éducative, baccalauréat, bac,
            manuel, cartable, fournitures, programme scolaire, cour d'école, éducation
            nationale, zone d'éducation prioritaire, harcèlement scolaire, instruction, ≈
            Formation et orientation, ≈ Jeunesse
        """,
        "Jeunesse": """
            ~jeune, jeunesse, adolescent, adolescence, ado, préado, étudiant, mission locale,
            BAFA, service civique, MJC, maison des jeunes, foyer des jeunes, point jeunes,
            information jeunesse, PIJ, argent de poche, chantier jeunes, conseil des jeunes,
            garantie jeunes, 16-25 ans, 12-17 ans, 18-25 ans, NEET, mineur, espace jeunes,
            local jeunes, animateur jeunesse, junior association, ~copain, ~majorité,
            génération future, service national, colonie de vacances
        """,
    },
    "Emploi et formation": {
        "Emploi et insertion": """
            emploi, travail, travailler, travailleur, métier, job, boulot, bosser, chômage,
            chômeur, demandeur d'emploi, inactif, insertion, embauche, embaucher, recruter,
            recrutement, recruteur, CV, curriculum vitae, candidature, candidater, postuler,
            lettre de motivation, entretien d'embauche, France Travail, Pôle emploi, Cap
            emploi, intérim, CDI, CDD, contrat de travail, contrat aidé, salarié, salariat,
            employeur, employé, PLIE, IAE, SIAE, chantier d'insertion, entreprise d'insertion,
            stage, stagiaire, ~immersion, PMSMP, reconversion, carrière, ~professionnel,
            professionnalisation, offre d'emploi, saisonnier, licenciement, licencier,
            employabilité, zéro chômeur, prud'hommes, télétravail, main d'oeuvre, ouvrier, vie
            professionnelle, marché du travail, conditions de travail, droit du travail, code
            du travail, syndicat, syndical, retour à l'emploi, projet professionnel, recherche
            d'emploi, horaires atypiques, ≈ Formation et orientation, ≈ Salaires et retraites,
            ≈ Commerce et entreprises
        """,
        "Formation et orientation": """
            formation, ~former, apprentissage, apprenti, alternance, diplôme, diplômer,
            diplômant, qualification, qualifier, qualifiant, certification, compétence, VAE,
            CFA, CPF, tuteur, tutorat, études, ~étudier, orientation professionnelle, remise à
            niveau, université, universitaire, faculté, école de la deuxième chance, concours,
            examen, bilan de compétences, mentorat, ~apprendre, découverte des métiers, filière
            professionnelle, enseignement supérieur, grande école, parcoursup
        """,
        "Salaires et retraites": """
            salaire, SMIC, rémunération, cotisation, temps de travail, 35 heures, 32 heures,
            heures supplémentaires, retraites, âge de la retraite, régime spécial, pension,
            départ à la retraite, indemnité, indemnisation, grève, gréviste, revalorisation,
            revaloriser, revenu universel, salaire minimum, point d'indice
        """,
    },
    "Précarité et aide alimentaire": {
        "Pauvreté et budget": """
            pauvreté, pauvre, précarité, précaire, ~budget, budgétaire, surendettement,
            surendetté, endettement, endetté, dette, facture, impayé, microcrédit, crédit,
            prêt, emprunt, emprunter, aide financière, secours, RSA, minima sociaux,
            prestations sociales, allocation, allocataire, aides sociales, ressources
            financières, ressources, revenu, bas revenus, pouvoir d'achat, fins de mois, reste
            à vivre, conseil budget, ~banque, bancaire, compte bancaire, argent, épargne,
            ~payer, ~paie, ~paye, tarif, tarification, quotient familial, ~gratuit,
            ~gratuitement, ~gratuité, démuni, exclusion sociale, exclu, mendicité, modeste,
            défavorisé, difficultés financières, ~financier, ~coût, coûter, ~cher, ~prix,
            inflation, Secours populaire, Secours catholique, travailleur pauvre, misère,
            endettement des ménages, chèque, nécessiteux, insolvable, gestion budgétaire,
            dépenses courantes, privation, ~chère, ~gratuite, ≈ Impôts et finances publiques, ≈
            Salaires et retraites
        """,
        "Dons et équipement": """
            vêtement, habit, habiller, vestiaire, friperie, ressourcerie, recyclerie, mobilier,
            meuble, électroménager, don, donner des affaires, collecte, Emmaüs, donnerie,
            trocante, vaisselle, seconde main, d'occasion, matériauthèque, prêt de matériel,
            matelas, machine à laver, frigo, ≈ Hygiène
        """,
        "Alimentation": """
            alimentation, alimentaire, aliment, manger, nourriture, nourrir, repas, aide
            alimentaire, épicerie, épicerie sociale, épicerie solidaire, colis, banque
            alimentaire, restauration, restaurant, resto, cantine, cuisine, cuisiner, recette,
            fruit, légume, bio, biologique, circuit court, producteur, AMAP, jardin nourricier,
            gaspillage alimentaire, nutrition, nutritionnel, diététique, diététicien, faim,
            portage de repas, viande, végétarien, végan, menu, ~marché, Restos du coeur,
            produits locaux, produits frais, goût, assiette, petit déjeuner, déjeuner, dîner,
            pain, boulangerie, produit laitier, panier, traiteur, distribution alimentaire,
            soupe, bien manger, malbouffe, ultra-transformé, additif, oeuf, EGalim
        """,
        "Hygiène": """
            hygiène, douche, laverie, laver, linge, lave-linge, bagagerie, toilettes,
            sanitaires, WC, coiffeur, coiffure, esthétique, bains-douches, protection
            périodique, protection hygiénique, serviettes hygiéniques, savon, socio-esthétique,
            soins du corps, consigne à bagages, blanchisserie
        """,
    },
    "Logement et habitat": {
        "Logement": """
            logement, loger, se loger, logé, habitat, habitation, ~maison, appartement, studio,
            chambre, loyer, locataire, locatif, location, louer, loue, propriétaire, proprio,
            accession, bailleur, bail, HLM, logement social, parc social, parc privé,
            résidence, résidentiel, immobilier, foncier, bâtir, bâtiment, bâti, construire,
            construction, constructible, lotissement, mal-logement, mal-logé, insalubre,
            insalubrité, indigne, vacant, Airbnb, meublé, résidence secondaire, rénovation,
            rénover, réhabilitation, réhabiliter, ANAH, OPAH, PLH, colocation, colocataire,
            cohabitation, béguinage, expulsion, expulser, dépôt de garantie, caution, FSL, APL,
            Visale, déménagement, déménager, emménager, copropriété, copropriétaire, DALO,
            toit, habitat inclusif, habitat partagé, habitat participatif, intermédiation
            locative, primo-accédant, relogement, reloger, relogé, humidité, moisissure,
            plain-pied, encadrement des loyers, surpeuplement, ~ménage, ≈ Hébergement d'urgence
        """,
        "Hébergement d'urgence": """
            hébergement, héberger, hébergé, sans-abri, SDF, abri, 115, CHRS, CADA, ~accueil de
            jour, maraude, nuitée, logement d'urgence, hébergement d'urgence, foyer, pension de
            famille, mise à l'abri, squat, bidonville, gens du voyage, caravane, ~temporaire,
            halte de nuit, domiciliation, aire d'accueil, ~nuit, résidence sociale,
            ~intermédiaire, foyer de jeunes travailleurs, logement accompagné, sans domicile
            fixe, vivre à la rue
        """,
    },
    "Mobilité": {
        "Transports et déplacements": """
            mobilité, transport, transporter, transports en commun, bus, car, autocar, autobus,
            train, TER, TGV, gare, SNCF, tramway, tram, métro, navette, RATP, transport à la
            demande, transport solidaire, covoiturage, covoiturer, covoitureur, autopartage,
            desserte, desservir, ligne de bus, ligne de train, arrêt de bus, déplacement,
            trajet, avion, aérien, aviation, vols intérieurs, aéroport, ferroviaire, rail,
            fret, intermodal, intermodalité, minibus, bateau, ferry, fluvial, taxi, chauffeur,
            correspondance, titre de transport, billet, abonnement de transport, voyageur,
            usager des transports, horaires de bus, emmener, ≈ Voiture et route, ≈ Vélo et
            marche
        """,
        "Voiture et route": """
            voiture, automobile, automobiliste, ~auto, bagnole, véhicule, permis, permis de
            conduire, code de la route, auto-école, ~conduire, conduite, conducteur, garage,
            garagiste, scooter, moto, mobylette, deux-roues, route, routier, autoroute, voirie,
            circulation, circuler, ~trafic, camion, poids lourd, essence, carburant, diesel,
            péage, vitesse, 80 km/h, 110 km/h, bouchon, embouteillage, stationnement,
            stationner, parking, contrôle technique, SUV, rond-point, chaussée, nid de poule,
            sécurité routière, panneau de signalisation, feu rouge, carrefour, malus, voiture
            électrique, vignette, radar, ~accident, assurance auto, ≈ Vélo et marche
        """,
        "Vélo et marche": """
            vélo, cycliste, cyclable, piste cyclable, bande cyclable, bicyclette, trottinette,
            pédibus, vélobus, marche à pied, marcher, à pied, piéton, piétonnier, piétonne,
            piétonnisation, trottoir, pédaler, cheminement, sentier, voie verte, passage
            piéton, arceau, mobilité douce, mobilité active, zone 30, ~chemin
        """,
    },
    "Santé": {
        "Accès aux soins": """
            santé, soin, se soigner, soigner, soignant, médecin, docteur, toubib, médecine,
            médical, médico-social, généraliste, spécialiste, désert médical, maison de santé,
            centre de santé, CPTS, hôpital, hospitalier, hospitalisation, hospitaliser,
            urgences, urgentiste, clinique, infirmier, infirmerie, pharmacie, pharmacien,
            dentiste, dentaire, kiné, kinésithérapeute, ophtalmologue, ophtalmo, orthophoniste,
            sage-femme, gynécologue, cardiologue, pédiatre, médicament, médicamenteux,
            ordonnance, mutuelle, complémentaire santé, sécurité sociale, assurance maladie,
            CPAM, AME, téléconsultation, télémédecine, consultation médicale, bilan de santé,
            dépistage, vaccin, vaccination, vacciner, ~maladie, malade, patient, cancer,
            diabète, épidémie, pandémie, covid, coronavirus, virus, ostéopathe, homéopathie,
            remboursement, rembourser, chirurgie, chirurgien, obésité, sexualité,
            contraception, IVG, avortement, permanence d'accès aux soins, ARS, prévention
            santé, paramédical, lunette, appareil auditif, rendez-vous médical, médecin
            traitant, visite médicale, sport santé, ~sanitaire, parcours de soins, renoncement
            aux soins, aide-soignant, éducation à la santé, PMA, GPA, génétique, bioéthique,
            laboratoire, ≈ Santé mentale
        """,
        "Santé mentale": """
            santé mentale, ~mental, psychique, psychologue, psychologique, psychiatre,
            psychiatrie, psychiatrique, psy, CMP, médico-psychologique, dépression, déprime,
            déprimé, anxiété, angoisse, suicide, suicidaire, ~souffrance, stress, épuisement,
            burn-out, écoute, point écoute, PAEJ, maison des ados, GEM, groupe de parole,
            ~trouble, estime de soi, ~confiance, bien-être, charge mentale, traumatisme,
            thérapie, thérapeutique, thérapeute, CLSM, ~moral, craquer, relaxation,
            sophrologie, remobilisation, se remobiliser, soutien psychologique, ≈ Addictions
        """,
        "Addictions": """
            addiction, addictif, addictologie, alcool, alcoolique, alcoolisme, tabac,
            tabagisme, cannabis, drogue, toxicomanie, toxicomane, CSAPA, CAARUD, sevrage,
            fumer, fumeur, conduites à risque, stupéfiant, cigarette, jeux d'argent, ivresse,
            protoxyde, overdose, réduction des risques
        """,
        "Handicap": """
            handicap, handicapé, MDPH, PMR, à mobilité réduite, mobilité réduite,
            accessibilité, ~accessible, fauteuil, fauteuil roulant, autisme, autiste, AAH, PCH,
            RQTH, inclusif, inclusion, ESAT, IME, SESSAD, ULIS, sourd, malentendant, surdité,
            malvoyant, aveugle, cécité, LSF, langue des signes, FALC, déficience, déficient,
            invalide, invalidité, polyhandicap, trisomie, AVS, AESH, école inclusive, braille,
            dyslexie, situation de handicap, aide technique, compensation, travailleur
            handicapé, appareillage, prothèse, rampe
        """,
    },
    "Grand âge et autonomie": {
        "Vieillissement et autonomie": """
            âgé, personnes âgées, grand âge, aîné, ~ancien, senior, vieux, vieille, vieillir,
            vieillissement, vieillesse, papi, papy, mamie, veuf, veuve, retraité, retraite,
            EHPAD, maison de retraite, MARPA, résidence autonomie, autonomie, autonome, perte
            d'autonomie, dépendance, dépendant, APA, maintien à domicile, ~domicile, aide à
            domicile, services à domicile, auxiliaire de vie, aide-ménagère, SAAD, SSIAD,
            téléassistance, ~chute, gériatrie, gériatrique, gérontologie, CLIC, Alzheimer, fin
            de vie, palliatif, euthanasie, troisième âge, bien vieillir, canicule, longévité,
            deuil, obsèques, déambulateur, ergothérapeute, intervenant à domicile, plan d'aide,
            75 ans, 80 ans, ~rester, ≈ Aidants
        """,
        "Aidants": """
            aidant, proche aidant, aidants familiaux, ~proche, répit, relayage, café des
            aidants, soulager, souffler, congé de proche aidant
        """,
    },
    "Accès aux droits et au numérique": {
        "Accès aux droits": """
            ~droit, droits sociaux, accès aux droits, ouverture de droits, non-recours,
            démarche, démarche administrative, administratif, administration, papiers,
            paperasse, dossier, formulaire, guichet, France services, MSAP, écrivain public,
            ~permanence, CAF, MSA, travailleur social, assistante sociale, assistant social,
            guichet unique, tutelle, curatelle, annuaire, courrier, ~simplifier,
            ~simplification, carte d'identité, identité, pièce d'identité, passeport, état
            civil, mandataire, droit commun, CCAS, CIAS, accueil social, service social,
            travail social, attestation, déclaration, justificatif, ~référent, référent unique,
            accompagnement social, ~interlocuteur, ~rendez-vous, bureaucratie, information des
            usagers, ouvrir ses droits, ~usager, boîte aux lettres
        """,
        "Justice et conseil juridique": """
            justice, juridique, judiciaire, juriste, avocat, juge, jugement, magistrat,
            tribunal, procès, conciliateur, notaire, aide juridictionnelle, plainte, pénal,
            procédure, peine, sanction, prison, prisonnier, détenu, détention, carcéral,
            incarcération, condamner, condamnation, condamné, légal, légalisation, illégal,
            litige, huissier, infraction, amende, récidive, impunité, garde à vue,
            jurisprudence, médiateur
        """,
        "Numérique": """
            numérique, numériser, informatique, ordinateur, internet, dématérialisation,
            dématérialisé, dématérialiser, illectronisme, smartphone, tablette, conseiller
            numérique, fracture numérique, inclusion numérique, connexion, connecté, se
            connecter, wifi, fibre, haut débit, très haut débit, 4G, 5G, zone blanche, antenne,
            ~téléphone, ~téléphonique, téléphonie, logiciel, logiciel libre, application, site
            internet, mail, e-mail, boîte mail, cyber, cybersécurité, données, données
            personnelles, open data, réseaux sociaux, ~écran, imprimante, imprimer, scanner,
            web, digital, algorithme, intelligence artificielle, robot, plateforme en ligne,
            clavier, informaticien, vie privée, ticket numérique, ~ligne
        """,
        "Langue et lecture": """
            français, langue française, langue, linguistique, FLE, illettrisme, illettré,
            ~lire, écrire, alphabétisation, analphabète, analphabétisme, cours de français,
            ~oral, ~compter, mathématiques, savoirs de base, compétences de base, ~parler,
            ~écrit, lecture, traduction, traducteur, interprète, interprétariat, allophone,
            orthographe, atelier sociolinguistique
        """,
        "Accueil des étrangers": """
            étranger, migrant, migration, migratoire, immigration, immigré, réfugié, asile,
            demandeur d'asile, titre de séjour, séjour, régularisation, régulariser,
            clandestin, préfecture, nationalité, naturalisation, naturaliser, primo-arrivant,
            exilé, MNA, frontière, intégration républicaine, regroupement familial, rapatrié,
            visa, étrangers sans papiers, ≈ Europe et monde
        """,
    },
}

LEXIQUE = {**SOCIAL, **DEBAT}
"""All the concepts: social action first, then what people also speak of in a forum."""
