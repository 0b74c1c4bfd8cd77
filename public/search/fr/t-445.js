dossierSearch("t-445","Aхайратон 3H I= 3H Iе 3Q ")
<!-- dossier: search/fr/t-445.js -->
