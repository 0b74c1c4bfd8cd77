dossierSearch("t-445","Aхайратон 3H I= 3H Iе 3Q ")
<!-- dossier: search/en/t-445.js -->
