dossierSearch("x-33",[[133,1,"Bokarev voit en la Russie le principal acteur parmi les membres. Sa prévision d’une année fructueuse a été publiée en décembre 2019, avant que l’année ne commence."]])
<!-- dossier: search/fr/x-33.js -->
