guide-overdue = 확인한 지 오래되었습니다. 새로운 것은 직원에게 물어봐 주세요.
guide-other-tongue = 이 안내는 다른 언어로 쓰여 있습니다.
guide-date = { $year }년 { $month }월 { $day }일
guide-ask = 잘 모를 때는
shelf-lessons-later = 스마트폰 연습은 아직 여기에 없습니다.
