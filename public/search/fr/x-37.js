dossierSearch("x-37",[[149,1,"L’article cite l’Arménie parmi les six États membres de l’OTSC au moment du sommet de Bichkek. Qu’elle ait signé le traité en 1992 relève du contexte ajouté par le dossier."]])
<!-- dossier: search/fr/x-37.js -->
