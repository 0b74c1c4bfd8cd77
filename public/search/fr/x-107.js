dossierSearch("x-107",[[215,1,"Deux réunions dont parle ce dossier se sont tenues à Bichkek : celle des ministres des Affaires étrangères, en mai 2019, et le sommet du 28 novembre 2019."]])
