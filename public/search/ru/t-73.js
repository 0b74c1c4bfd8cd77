dossierSearch("t-73","0s _Q1 1ecurite o7WD 7y a5W2WD 2izure oG 7_of_part_of_badghis_province= oG 1horter oc1 1ociety ZL 2mmet oH 6_de_bichkek= oH :l_otsc_a_bichkek= oH 2uth Wg1 5_ossetia= Wg1 1tart W3g9 3te g6 5s o: 2rategic o< 9_arms_reduction_treaty= o< 8ques o< 1ud Wg1 2mmit oH 2r W3g9oV1 1yria WI 5= WI 4e WI 5= WI ")
<!-- dossier: search/ru/t-73.js -->
