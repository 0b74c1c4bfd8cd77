dossierSearch("t-432-44b","0выбр d6Z\\13c3b6 2вод [7[<RBU6[2T? 2д im1 2з U3 2игрыш a5lT1]8 2нес Sk1 2полн T3Y2cF\\G 2раж T3c9l;\\3YO 3осл Rc1 2ступ TT1m3aE 2ход T3[2S>_6c12Ej8j<Ck7 5_сша_из_договор_о_рсмд= _J 2шедш ik1 4л k7d: 3л n:k1\\9n3j1]G 2явл d[1 ")
<!-- dossier: search/ru/t-432-44b.js -->
