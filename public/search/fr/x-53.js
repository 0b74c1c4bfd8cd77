dossierSearch("x-53",[[213,1,"L’article range le Nicaragua parmi les membres de l’ONU qui reconnaissent l’Abkhazie et l’Ossétie du Sud. La date, le 5 septembre 2008, est ajoutée par le dossier."],[215,1,"Deux réunions dont parle ce dossier se sont tenues à Bichkek : celle des ministres des Affaires étrangères, en mai 2019, et le sommet du 28 novembre 2019."]])
<!-- dossier: search/fr/x-53.js -->
