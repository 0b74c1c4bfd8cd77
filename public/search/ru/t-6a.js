dossierSearch("t-6a","Ajour 3tB E_de_la_victoire= 3tB Busqu vsB ")
<!-- dossier: search/ru/t-6a.js -->
