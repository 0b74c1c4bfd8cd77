dossierSearch("t-35","A5 -MsPrXsB B0 k2B C0 rcsX B8 7XiO ")
<!-- dossier: search/en/t-35.js -->
