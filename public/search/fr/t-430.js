dossierSearch("t-430","Aабхазия uzB H= vzB Bзербайджан 3S L= 3S Bмерики _K Bрмения vlB H= vlB Bфганистан ve K= ve ")
<!-- dossier: search/fr/t-430.js -->
