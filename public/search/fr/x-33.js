dossierSearch("x-33",[[133,1,"La Russie prend la présidence pour l’année 2020. Bokarev, qui voit en elle le principal acteur parmi les membres, s’attend à une année fructueuse. Sa prévision a été publiée en décembre 2019, avant que l’année ne commence."]])
<!-- dossier: search/fr/x-33.js -->
