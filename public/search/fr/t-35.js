dossierSearch("t-35","A5 9MsPrXsB B0 k2B C0 rcsX B8 7XiO ")
<!-- dossier: search/fr/t-35.js -->
