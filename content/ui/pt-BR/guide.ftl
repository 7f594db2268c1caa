guide-overdue = Isto foi conferido há algum tempo. Pergunte as novidades a um funcionário.
guide-other-tongue = Esta página ainda não existe em português. Está em { $tongue }.
guide-date = { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[other] dezembro
} de { $year }
guide-ask = Em caso de dúvida
shelf-lessons-later = A prática de celular ainda não está aqui.
guide-words = O que as palavras significam
guide-words-all = Ver outras palavras
