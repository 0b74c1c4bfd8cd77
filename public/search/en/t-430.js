dossierSearch("t-430","Aабхазия vzB H= vzB Bзербайджан 3S L= 3S Bмерики _K Bрмения vlB H= vlB Bфганистан ve K= ve ")
