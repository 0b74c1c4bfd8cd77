dossierSearch("t-68","Ahairatan 3HjH3BzNyH I= 3H Gon 3H I= 3H Beur 7TiSxX Bomm 1XFiO Crm qWplB Buit uEuQqB0J6F2Q5E ")
<!-- dossier: search/fr/t-68.js -->
